import type { Program } from '@laurel/engine';
import { decimal, type Fraction } from './fraction.ts';

type Amount = Extract<Program['rules'][number]['effects'][number], { kind: 'earnFixed' }>['points'];

/** A program and the host's values for its settings, by name. */
export interface Judged {
  readonly program: Program;
  readonly settings: Readonly<Record<string, string>>;
}

/** An amount of the file: itself, or the value of the setting that it names; the host's value goes before the file's. */
export function amountOf(judged: Judged, amount: Amount): Fraction {
  if ('constant' in amount.value) return decimal(amount.value.constant);
  const name = amount.value.setting;
  const setting = judged.program.settings.find((each) => each.name === name);
  if (setting === undefined) throw new RangeError(`no setting ${name}`);
  return decimal(judged.settings[name] ?? setting.value);
}
