import type { Section, Tree } from '../1-parse/tree.ts';
import type { SectionName } from '../phrases/book.ts';
import { type NameKind, slots } from '../phrases/slots.ts';
import { quote } from '../phrases/values.ts';
import { type Problem, problem } from '../problem.ts';
import type { Span } from '../text.ts';
import { nearestOf } from './nearest.ts';
import { type AnyNode, isIn, valuesOf } from './slots-of.ts';

/** What a section's header declares. */
const DECLARES: Partial<Record<SectionName, NameKind>> = {
  program: 'program',
  setting: 'setting',
  calendar: 'calendar',
  goods: 'goods',
  points: 'points',
  reward: 'reward',
  coupon: 'coupon',
  benefit: 'benefit',
  event: 'event',
  tiers: 'ladder',
  rule: 'rule',
  example: 'example',
};

/** A name that the file gives to something. */
export interface Declaration {
  readonly kind: NameKind;
  readonly name: string;
  /** The quoted name in the header. */
  readonly span: Span;
  readonly section: Section;
}

/** A place where the file uses a name. */
export interface Reference {
  readonly kind: NameKind;
  readonly name: string;
  readonly span: Span;
}

export function declarationsIn(tree: Tree): Declaration[] {
  return tree.sections.flatMap((section) => {
    const kind = DECLARES[section.name];
    const { header } = section;
    const inside = [...tiersIn(section), ...factsIn(section), ...eventFactsIn(section)];
    if (kind === undefined || header === null || !('name' in header.slots) || !('name' in header.at)) return inside;
    return [{ kind, name: header.slots.name, span: header.at.name, section }, ...inside];
  });
}

/** The tiers that the sentences of a ladder declare. */
function tiersIn(section: Section): Declaration[] {
  return section.lines.flatMap(({ sentence }) => {
    switch (sentence?.phrase) {
      case 'tiers.start':
      case 'tiers.from':
      case 'tiers.when':
        return [{ kind: 'tier' as const, name: sentence.slots.tier, span: sentence.at.tier, section }];
      default:
        return [];
    }
  });
}

/** The facts of members that the sentences of a section declare. */
function factsIn(section: Section): Declaration[] {
  return section.lines.flatMap(({ sentence }) =>
    sentence !== null && isIn(sentence, 'member') && sentence.phrase !== 'member.messages'
      ? [{ kind: 'fact' as const, name: sentence.slots.fact, span: sentence.at.fact, section }]
      : [],
  );
}

/** The facts that an event tells; two events may tell facts of one name. */
function eventFactsIn(section: Section): Declaration[] {
  return section.lines.flatMap(({ sentence }) =>
    sentence !== null && isIn(sentence, 'event')
      ? [{ kind: 'eventFact' as const, name: sentence.slots.fact, span: sentence.at.fact, section }]
      : [],
  );
}

/** The names that a sentence refers to. */
export function referencesIn(node: AnyNode): Reference[] {
  return valuesOf(node).flatMap((filled): Reference[] => {
    if (filled.type === 'GoodsNames') {
      return filled.value.map((name) => ({ kind: 'goods' as const, name, span: filled.span }));
    }
    if (typeof filled.value === 'object' && 'setting' in filled.value) {
      return [{ kind: 'setting', name: filled.value.setting, span: filled.span }];
    }
    const slot = slots[filled.type];
    if (slot.shape !== 'token' || slot.refersTo === undefined || typeof filled.value !== 'string') return [];
    return [{ kind: slot.refersTo, name: filled.value, span: filled.span }];
  });
}

/** Names are given once, are not empty, and everything that is referred to is there. */
export function checkNames(tree: Tree, declarations: readonly Declaration[]): Problem[] {
  const problems: Problem[] = [];
  const known = new Map<string, Declaration>();
  for (const declaration of declarations) {
    const { kind, name, span, section } = declaration;
    if (name.trim() === '') problems.push(problem('empty-name', span, {}));
    const earlier = known.get(`${kind} ${name}`);
    if (earlier === undefined || (kind === 'eventFact' && earlier.section !== section))
      known.set(`${kind} ${name}`, declaration);
    // Of these a file has one, whatever its name; a second one has its problem already.
    else if (kind !== 'program' && kind !== 'points') {
      const others = [{ role: 'declared', span: earlier.span } as const];
      problems.push(problem('name-taken', span, { name, kind }, { others }));
    }
  }
  const hasCoupons = declarations.some(({ kind }) => kind === 'coupon');
  // What an unreadable header declares is not known, so that nobody can say which names there are not.
  if (tree.sections.some(({ header }) => header === null)) return problems;
  const unsure = kindsUnsure(tree);
  for (const { lines } of tree.sections) {
    for (const { sentence } of lines) {
      if (sentence === null) continue;
      for (const reference of referencesIn(sentence)) {
        if (known.has(`${reference.kind} ${reference.name}`) || unsure.has(reference.kind)) continue;
        // A file that describes no coupon leaves all of them to the host.
        if (reference.kind === 'coupon' && !hasCoupons) continue;
        problems.push(unknownName(reference, declarations, tree));
      }
    }
  }
  return problems;
}

/** What a line that nobody can read may have named: a tier, or a fact of members. */
function kindsUnsure({ sections }: Tree): ReadonlySet<NameKind> {
  const hasUnread = (name: SectionName) =>
    sections.some((section) => section.name === name && section.lines.some(({ sentence }) => sentence === null));
  return new Set<NameKind>([
    ...(hasUnread('tiers') ? (['tier'] as const) : []),
    ...(hasUnread('member') ? (['fact'] as const) : []),
  ]);
}

function unknownName(reference: Reference, declarations: readonly Declaration[], tree: Tree): Problem {
  const { kind, name, span } = reference;
  const candidates = declarations.filter((declaration) => declaration.kind === kind).map(({ name: of }) => of);
  const nearest = nearestOf(name, candidates);
  // A list of names has one span for all of them: then the place is shown and the fix is left to the reader.
  const whole = span.end - span.start === name.length + 2;
  const fixes =
    nearest === null || !whole ? [] : [{ edits: [{ span, text: quote(nearest, tree.language) }], safe: true }];
  return problem('unknown-name', span, { name, kind, nearest }, { fixes });
}
