import type { Tree } from '../1-parse/tree.ts';
import type { Sentence } from '../phrases/book.ts';
import { type Problem, problem, type ValueKind } from '../problem.ts';
import type { Model } from './model.ts';
import { type Filled, valuesOf } from './slots-of.ts';

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

/** The plain decimal of a stated amount; null where a setting stands instead. */
export function statedText(value: Filled['value']): string | null {
  if (typeof value !== 'object') return null;
  if ('number' in value) return value.number;
  if ('points' in value) return value.points;
  if ('amount' in value) return value.amount;
  return 'percent' in value ? value.percent : null;
}

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
  if (at >= from && at <= to) return [];
  return [problem('out-of-range', sentence.at.value, { value: texts.value ?? '', ...params })];
}

function checkUses(tree: Tree, model: Model): Problem[] {
  const kinds = new Map<string, { kind: ValueKind; least: string }>();
  for (const { name, sentences } of model.setting) {
    for (const { phrase, slots } of sentences) {
      kinds.set(name, { kind: SETTING_KINDS[phrase], least: statedText(slots.least) ?? '0' });
    }
  }
  return tree.sections.flatMap(({ name: section, lines }) =>
    section === 'setting'
      ? []
      : lines.flatMap(({ sentence }) =>
          sentence === null
            ? []
            : valuesOf(sentence).flatMap((filled) => {
                if (typeof filled.value !== 'object' || !('setting' in filled.value)) return [];
                const name = filled.value.setting;
                const setting = kinds.get(name);
                const wanted = SLOT_KINDS[filled.type];
                if (setting === undefined || wanted === undefined || setting.kind === wanted) return [];
                return [problem('wrong-setting', filled.span, { name, found: setting.kind, wanted })];
              }),
        ),
  );
}

const SLOT_KINDS: Partial<Record<Filled['type'], ValueKind>> = {
  Number: 'number',
  Points: 'points',
  Money: 'money',
  Share: 'share',
};
