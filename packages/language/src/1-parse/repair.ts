import type { IToken } from 'chevrotain';
import { book, type PlaceName, type SectionName } from '../phrases/book.ts';
import { JOINTS, partsOf } from '../phrases/phrase.ts';
import { quote, readOff } from '../phrases/values.ts';
import type { Fix, ValueKind } from '../problem.ts';
import type { Language, Span } from '../text.ts';
import { type Alignment, aligned } from './alignment.ts';
import { asideIn } from './asides.ts';
import { narrow } from './characters.ts';
import { clauses } from './clauses.ts';
import { leadOf, sectionOf } from './header.ts';
import {
  type Filling,
  isValue,
  type LineCosts,
  lineCosts,
  listJoints,
  valueKind,
  weight,
  weightOf,
} from './line-costs.ts';
import { isPhraseId, shapeOf } from './prefix-tree.ts';
import type { Reader } from './reader.ts';
import { shuffled } from './shuffle.ts';
import { endOf, kindOf, spanOf, wordOf } from './tokens.ts';
import type { Form, Wording } from './wordings.ts';

/** The sentence that a line was probably meant to be. */
export interface Nearest {
  readonly phrase: string;
  /** The whole line as it would read; `…` stands for a value that the line lacks. */
  readonly text: string;
  readonly fixes: readonly Fix[];
  /** The line fits but for the kind of this one value. */
  readonly wrongValue: WrongValue | null;
}
interface WrongValue {
  readonly span: Span;
  readonly found: ValueKind;
  readonly wanted: ValueKind;
}

const MOST_TOKENS = 60;
/** The share of a line and a sentence that may differ before the one is no guess at the other. */
const MOST_DIFFERENCE = 0.3;
/** What may differ when the sentence replaces the line without asking. */
const MOST_SAFE_COST = 1;
/** How much nearer the nearest sentence must be than any other, for that. */
const CLEAR_MARGIN = 0.5;
/** How many wordings a line is laid beside, the most hopeful first: a phrasebook may grow, the time for a line may not. */
const MOST_COMPARED = 160;
const BLANK = '…';

export function nearest(reader: Reader, text: string, place: PlaceName, tokens: readonly IToken[]): Nearest | null {
  if (tokens.length > MOST_TOKENS) return null;
  return (
    clauseRepaired(reader, text, place, tokens) ??
    asideRepaired(reader, text, place, tokens) ??
    stretchRepaired(reader, text, place, tokens, 0, tokens.length)
  );
}

/** The header of a section that a line was probably meant to be; a name that lacks its quotes gets them. */
export function nearestHeader(
  reader: Reader,
  text: string,
  tokens: readonly IToken[],
  section: SectionName | null,
): Nearest | null {
  if (tokens.length > MOST_TOKENS) return null;
  const fits = ({ form }: Wording) => section === null || sectionOf(form.leaf.id) === section;
  return stretchRepaired(reader, text, 'header', tokens, 0, tokens.length, fits) ?? unquoted(reader, text, tokens);
}

/** `rule Base:` */
function unquoted(reader: Reader, text: string, tokens: readonly IToken[]): Nearest | null {
  const lead = leadOf(reader, tokens);
  const words = tokens.slice(lead?.length ?? 0).filter((token) => kindOf(token) !== 'Colon');
  const [first] = words;
  const last = words.at(-1);
  if (
    lead === null ||
    first === undefined ||
    last === undefined ||
    words.some((token) => kindOf(token).endsWith('Name'))
  )
    return null;
  const name = quote(text.slice(first.startOffset, endOf(last)), reader.language);
  const sentence = `${written(text, tokens.slice(0, lead.length), reader.language)}${reader.language === 'en' ? ' ' : ''}${name}${reader.language === 'en' ? ':' : '：'}`;
  if (!keepsValues(reader, 'header', [], sentence)) return null;
  const span = { start: tokens[0]?.startOffset ?? 0, end: endOf(tokens.at(-1) ?? last) };
  return { phrase: '', text: sentence, fixes: [{ edits: [{ span, text: sentence }], safe: false }], wrongValue: null };
}

/** Of joined conditions only the one that cannot be read is repaired. */
function clauseRepaired(reader: Reader, text: string, place: PlaceName, tokens: readonly IToken[]): Nearest | null {
  const broken = clauses(reader, place, tokens).filter(({ reads }) => !reads);
  const [clause] = broken;
  if (clause === undefined || broken.length > 1 || clause.to - clause.from === tokens.length) return null;
  return stretchRepaired(reader, text, clause.place, tokens, clause.from, clause.to);
}

/** A condition that people say in two words beside a sentence, 生日双倍积分, becomes a sentence of its own. */
function asideRepaired(reader: Reader, text: string, place: PlaceName, tokens: readonly IToken[]): Nearest | null {
  const aside = place === 'rule' ? asideIn(reader, tokens) : null;
  const [first] = tokens;
  const last = tokens.at(-1);
  if (aside === null || first === undefined || last === undefined) return null;
  const rest = stretchRepaired(reader, text, place, aside.rest, 0, aside.rest.length);
  if (rest === null || rest.fixes.length === 0) return null;
  const edit = { span: { start: first.startOffset, end: endOf(last) }, text: `${aside.sentence}\n  ${rest.text}` };
  return { ...rest, text: `${aside.sentence}\n${rest.text}`, fixes: [{ edits: [edit], safe: false }] };
}

/** Repairs the tokens of a line from one to another; the rest stays. */
function stretchRepaired(
  reader: Reader,
  text: string,
  place: PlaceName,
  line: readonly IToken[],
  from: number,
  to: number,
  fits: (wording: Wording) => boolean = () => true,
): Nearest | null {
  const tokens = line.slice(from, to);
  const { best, next } = candidates(reader, place, tokens, fits);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (best === null || first === undefined || last === undefined) return null;
  const sentence = rendered(best.wording.form, reader, text, best.values, '');
  const whole = [
    written(text, line.slice(0, from), reader.language),
    sentence,
    written(text, line.slice(to), reader.language),
  ];
  const span = { start: spanOf(first).start, end: spanOf(last).end };
  const phrase = best.wording.form.leaf.id;
  const wrongValue = onlyWrongValue(best);
  const found = {
    phrase,
    text: whole.filter((part) => part !== '').join(reader.language === 'en' ? ' ' : ''),
    wrongValue,
  };
  if (wrongValue !== null || sentence.includes(BLANK) || best.wrongKind.length > 0) return { ...found, fixes: [] };
  if (!keepsValues(reader, place, tokens, sentence)) return null;
  const clear = next === null || next - best.cost >= CLEAR_MARGIN;
  const safe =
    clear && best.cost <= MOST_SAFE_COST && best.dropped === 0 && best.added <= (reader.language === 'zh' ? 1 : 0);
  return { ...found, fixes: [{ edits: [{ span, text: sentence }], safe }] };
}

/** The wording with the least to change, and the cost of the best one of another phrase. */
function candidates(reader: Reader, place: PlaceName, tokens: readonly IToken[], fits: (wording: Wording) => boolean) {
  const said = weightOf(tokens);
  const line = lineCosts(reader, tokens);
  let best: Alignment | null = null;
  let next: number | null = null;
  for (const { wording, least } of hopeful(line, reader.wordings(place).filter(fits))) {
    const most = MOST_DIFFERENCE * (said + weightOf(wording.parts));
    if (least > most || (best !== null && least > best.cost + CLEAR_MARGIN)) continue;
    // Words that only moved are given back at the end, so the way there may cost more.
    const straight = aligned(line, wording, most * 2);
    const usable = straight !== null && (straight.wrongKind.length === 0 || onlyWrongValue(straight) !== null);
    const found = usable && straight.cost <= most ? straight : shuffled(line, wording);
    if (found === null || found.cost > most) continue;
    const same = best !== null && sameForm(best.wording.form, found.wording.form);
    if (best === null || found.cost < best.cost) {
      if (best !== null && !same) next = best.cost;
      best = found;
    } else if (!same && (next === null || found.cost < next)) next = found.cost;
  }
  return { best, next };
}

/** The wordings of a place, each with what it must cost at least: its words that the line has nothing like. */
function hopeful(line: LineCosts, wordings: readonly Wording[]) {
  const cheapest = new Map<string, number>();
  const costOf = (word: string) => {
    const known = cheapest.get(word);
    if (known !== undefined) return known;
    const cost = Math.min(weight(word), ...line.word(word).flatMap((one) => one ?? []));
    cheapest.set(word, cost);
    return cost;
  };
  return wordings
    .map((wording) => ({
      wording,
      least: wording.parts.reduce((sum, part) => sum + ('word' in part ? costOf(part.word) : 0), 0),
    }))
    .sort((a, b) => a.least - b.least)
    .slice(0, MOST_COMPARED);
}

function sameForm(a: Form, b: Form): boolean {
  if (a.leaf.id !== b.leaf.id || JSON.stringify(a.leaf.fixed) !== JSON.stringify(b.leaf.fixed)) return false;
  return [...a.inner].every(([name, form]) => {
    const other = b.inner.get(name);
    return other !== undefined && sameForm(form, other);
  });
}

/** A line that fits but for one value: `pay 5 points for "Regular"`. */
function onlyWrongValue({ wording, values, wrongKind, cost }: Alignment): WrongValue | null {
  const [key] = wrongKind;
  const token = key === undefined ? undefined : values.get(key)?.tokens[0];
  const part = wording.parts.find((one) => 'key' in one && one.key === key);
  if (token === undefined || part === undefined || 'word' in part || wrongKind.length > 1 || cost > WRONG_KIND_ALONE)
    return null;
  const found = kindNames.get(valueKind(token) ?? '');
  const wanted = wantedKind(part.type);
  return found === undefined || wanted === null || found === wanted ? null : { span: spanOf(token), found, wanted };
}

const WRONG_KIND_ALONE = 1.3;

const kindNames: ReadonlyMap<string, ValueKind> = new Map([
  ['Name', 'name'],
  ['Date', 'date'],
  ['Time', 'time'],
  ['Money', 'money'],
  ['Percent', 'share'],
  ['Off', 'share'],
  ['Zhe', 'share'],
  ['Points', 'points'],
  ['Duration', 'duration'],
  ['MonthDay', 'monthDay'],
  ['Month', 'month'],
  ['Ordinal', 'number'],
  ['Number', 'number'],
  ['Zone', 'zone'],
]);

function wantedKind(type: string): ValueKind | null {
  const shape = shapeOf(type);
  if (type === 'Weekday' || type === 'Weekdays') return 'weekday';
  if (type === 'Month' || type === 'Months') return 'month';
  if (shape?.shape === 'list') return wantedKind(shape.of);
  return shape?.shape === 'token' ? (kindNames.get(shape.tokens[0] ?? '') ?? null) : null;
}

/** The sentence in its first wording, with the line's own values as they were written. */
function rendered(
  form: Form,
  reader: Reader,
  text: string,
  values: ReadonlyMap<string, Filling>,
  prefix: string,
): string {
  const { id, fixed } = form.leaf;
  if (!isPhraseId(id)) return '';
  return partsOf(book[id][reader.language])
    .map((part) => {
      if ('literal' in part) return part.literal;
      const inner = form.inner.get(part.slot);
      if (inner !== undefined) return rendered(inner, reader, text, values, `${prefix}${part.slot}.`);
      if (fixed !== null) return fixedText(part.type, fixed[part.slot], reader.language);
      const filling = values.get(prefix + part.slot);
      return filling === undefined
        ? blankFor(part.type, reader.language)
        : fillingText(reader, text, part.type, filling);
    })
    .join('');
}

function fixedText(type: string, value: unknown, language: Language): string {
  const shape = shapeOf(type);
  return shape?.shape === 'token' ? shape.print(value, language) : '';
}

function blankFor(type: string, language: Language): string {
  const shape = shapeOf(type);
  const named = shape?.shape === 'token' && shape.tokens.length === 1 && shape.tokens[0] === 'Name';
  return named ? shape.placeholder[language] : BLANK;
}

function fillingText(reader: Reader, text: string, type: string, { tokens, instead }: Filling): string {
  if (instead !== null) return instead;
  const [token] = tokens;
  if (token !== undefined && kindOf(token) === 'Off' && type !== 'Off') return paidOf(token);
  const shape = shapeOf(type);
  if (shape?.shape !== 'list') return written(text, tokens, reader.language);
  return listText(reader, text, tokens);
}

/** `20% off` in a sentence that says what is paid. */
function paidOf(token: IToken): string {
  return `${readOff(token.image)}%`;
}

/** The members of a list as they were written, joined as a list is. */
function listText(reader: Reader, text: string, tokens: readonly IToken[]): string {
  const { listOr } = JOINTS[reader.language];
  const joints = listJoints(reader);
  const members: IToken[][] = [[]];
  for (const token of tokens) {
    if (!isValue(token) && joints.has(wordOf(token))) members.push([]);
    else members.at(-1)?.push(token);
  }
  const texts = members.filter((member) => member.length > 0).map((member) => written(text, member, reader.language));
  const [comma, or] = reader.language === 'en' ? [', ', ` ${listOr[0]} `] : ['、', listOr[0] ?? ''];
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(comma)}${or}${texts.at(-1)}`;
}

/** Tokens as they stand in the text, on one line and without the comments between them. */
function written(text: string, tokens: readonly IToken[], language: Language): string {
  return tokens
    .map((token, i) => {
      const own = text.slice(token.startOffset, spanOf(token).end);
      const before = tokens[i - 1];
      if (before === undefined) return own;
      const gap = text.slice(spanOf(before).end, token.startOffset);
      return (gap.includes('\n') ? (language === 'en' ? ' ' : '') : gap) + own;
    })
    .join('');
}

/** The last guard: the new sentence reads, and has the values of the line, all of them and no others. */
function keepsValues(reader: Reader, place: PlaceName, tokens: readonly IToken[], sentence: string): boolean {
  const { tokens: now } = reader.cutter.cut(narrow(sentence), sentence, 0);
  reader.vocabulary.recognize(now);
  if (!reader.read(place, now).whole) return false;
  const images = (all: readonly IToken[]) =>
    [...new Set(all.filter(isValue).map((token) => (kindOf(token) === 'Off' ? paidOf(token) : token.image)))].sort();
  const before = images(tokens);
  const after = images(now);
  return before.every((image) => after.includes(image));
}
