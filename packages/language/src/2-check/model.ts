import type { Section, Tree } from '../1-parse/tree.ts';
import type { IdIn, NodeOf, SectionName, Sentence } from '../phrases/book.ts';
import { isIn } from './slots-of.ts';

/** The sections of one kind, with the sentences of that kind that could be read. */
export interface Part<S extends SectionName> {
  readonly section: Section;
  readonly name: string;
  readonly sentences: readonly Sentence<S>[];
}

/** A tree sorted by what its sections are: what checking and lowering read. Order within a kind is the file's. */
export type Model = { readonly [S in SectionName]: readonly Part<S>[] };

export function modelOf(tree: Tree): Model {
  const parts = <S extends SectionName>(kind: S): readonly Part<S>[] =>
    tree.sections
      .filter((section) => section.name === kind)
      .map((section) => ({ section, name: nameOf(section), sentences: sentencesIn(section, kind) }));
  return {
    program: parts('program'),
    setting: parts('setting'),
    calendar: parts('calendar'),
    goods: parts('goods'),
    member: parts('member'),
    membership: parts('membership'),
    points: parts('points'),
    reward: parts('reward'),
    coupon: parts('coupon'),
    benefit: parts('benefit'),
    event: parts('event'),
    rule: parts('rule'),
    tiers: parts('tiers'),
    stacking: parts('stacking'),
    returns: parts('returns'),
    example: parts('example'),
  };
}

export function sentencesIn<S extends SectionName>(section: Section, kind: S): Sentence<S>[] {
  const sentences: NodeOf<IdIn<S>>[] = [];
  for (const { sentence } of section.lines) {
    if (sentence !== null && isIn(sentence, kind)) sentences.push(sentence);
  }
  return sentences;
}

function nameOf({ header }: Section): string {
  return header !== null && 'name' in header.slots ? header.slots.name : '';
}
