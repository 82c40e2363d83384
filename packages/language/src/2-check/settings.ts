import type { Tree } from '../1-parse/tree.ts';
import type { Sentence } from '../phrases/book.ts';
import { type Problem, problem, type ValueKind } from '../problem.ts';
import type { Model } from './model.ts';
import { type Filled, valuesOf } from './slots-of.ts';
import { statedText } from './stated.ts';
import { divisorsOf } from './values.ts';

/** Settings say a value of one kind within its range, and stand only where a value of that kind can. */
export function checkSettings(tree: Tree, model: Model): Problem[] {
  return [...model.setting.flatMap(({ sentences }) => sentences.flatMap(checkRange)), ...checkUses(tree, model)];
}

/** The kind of value that a setting's sentence gives it. */
export const SETTING_KINDS = {
  'setting.number': 'number',
  'setting.points': 'points',
  'setting.money': 'money',
  'setting.share': 'share',
} as const satisfies Record<Sentence<'setting'>['phrase'], ValueKind>;

function checkRange(sentence: Sentence<'setting'>): Problem[] {
  const { value, least, most } = sentence.slots;
  const texts = { value: statedText(value), least: statedText(least), most: statedText(most) };
  for (const part of ['value', 'least', 'most'] as const) {
    if (texts[part] !== null) continue;
    const name = 'setting' in sentence.slots[part] ? sentence.slots[part].setting : '';
    const wanted = SETTING_KINDS[sentence.phrase];
    return [problem('wrong-value', sentence.at[part], { text: name, found: 'name', wanted })];
  }
  const [at, from, to] = [Number(texts.value), Number(texts.least), Number(texts.most)];
  const params = { least: texts.least ?? '', most: texts.most ?? '' };
  if (from > to) return [problem('range-reversed', sentence.at.least, { from: params.least, to: params.most })];
  // A share above 100% is out of every range, and has its problem already.
  if ((at >= from && at <= to) || (sentence.phrase === 'setting.share' && at > 100)) return [];
  return [problem('out-of-range', sentence.at.value, { value: texts.value ?? '', ...params })];
}

/** What other sentences may rely on: the kind of a setting's values and the least of them. */
interface Declared {
  readonly kind: ValueKind;
  readonly least: string;
}

function checkUses(tree: Tree, model: Model): Problem[] {
  const declared = new Map<string, Declared>();
  for (const { name, sentences } of model.setting) {
    for (const { phrase, slots } of sentences) {
      declared.set(name, { kind: SETTING_KINDS[phrase], least: statedText(slots.least) ?? '0' });
    }
  }
  return tree.sections.flatMap(({ name, lines }) =>
    lines.flatMap(({ sentence }) => {
      if (sentence === null || name === 'setting') return [];
      return name === 'example' ? checkLiteral(sentence) : checkUse(sentence, declared);
    }),
  );
}

/** An example is about values that one can check by hand. */
function checkLiteral(sentence: Sentence): Problem[] {
  return valuesOf(sentence).flatMap(({ type, value, span }) => {
    const wanted = SLOT_KINDS[type];
    if (wanted === undefined || typeof value !== 'object' || !('setting' in value)) return [];
    return [problem('wrong-value', span, { text: value.setting, found: 'name', wanted })];
  });
}

function checkUse(sentence: Sentence, declared: ReadonlyMap<string, Declared>): Problem[] {
  const wrongKind = valuesOf(sentence).flatMap(({ type, value, span }) => {
    const setting = settingIn(value, declared);
    const wanted = SLOT_KINDS[type];
    if (setting === null || wanted === undefined || setting.kind === wanted) return [];
    return [problem('wrong-setting', span, { name: setting.name, found: setting.kind, wanted })];
  });
  if (wrongKind.length > 0) return wrongKind;
  return divisorsOf(sentence).flatMap(({ value, span }) => {
    const setting = settingIn(value, declared);
    return setting === null || Number(setting.least) > 0 ? [] : [problem('not-positive', span, { text: setting.name })];
  });
}

function settingIn(
  value: Filled['value'],
  declared: ReadonlyMap<string, Declared>,
): (Declared & { name: string }) | null {
  if (typeof value !== 'object' || !('setting' in value)) return null;
  const setting = declared.get(value.setting);
  return setting === undefined ? null : { ...setting, name: value.setting };
}

const SLOT_KINDS: Partial<Record<Filled['type'], ValueKind>> = {
  Number: 'number',
  Count: 'number',
  Points: 'points',
  Money: 'money',
  Share: 'share',
  Percent: 'share',
};
