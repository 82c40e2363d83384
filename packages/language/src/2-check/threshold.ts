import type { SlotValues } from '../phrases/slots.ts';
import { type Problem, problem, type ValueKind } from '../problem.ts';
import type { Span } from '../text.ts';
import type { Model } from './model.ts';
import { SETTING_KINDS } from './settings.ts';
import { statedText } from './stated.ts';

/** What something counted is held against is in the unit of what is counted. */
export function wrongThreshold(value: SlotValues['Threshold'], span: Span, wanted: ValueKind, model: Model): Problem[] {
  if ('setting' in value) {
    const found = settingKind(model, value.setting);
    return found === null || found === wanted
      ? []
      : [problem('wrong-setting', span, { name: value.setting, found, wanted })];
  }
  const found: ValueKind = 'currency' in value ? 'money' : 'points' in value ? 'points' : 'number';
  return found === wanted ? [] : [problem('wrong-value', span, { text: statedText(value) ?? '', found, wanted })];
}

function settingKind(model: Model, name: string): ValueKind | null {
  const sentence = model.setting.find((part) => part.name === name)?.sentences[0];
  return sentence === undefined ? null : SETTING_KINDS[sentence.phrase];
}
