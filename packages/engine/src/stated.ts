import { integerOf, type Ratio, ratio } from './number.ts';
import { type Amount, ProgramError } from './program.ts';

/** Amounts that a file states, with the settings bound. */
export interface Stated {
  /** As a plain decimal. */
  readonly text: (amount: Amount) => string;
  /** Money in minor units. */
  readonly minor: (amount: Amount) => Ratio;
}

/** An amount of whole smallest units: what is given or taken at once cannot be split further. */
export function whole(amount: Ratio, name: string): number {
  const integer = integerOf(amount);
  if (integer === null) throw new ProgramError(`"${name}" gives or takes part of a point or of the smallest coin`);
  return integer;
}

export function wholePoints(amount: Amount, name: string, stated: Stated): number {
  return whole(ratio(stated.text(amount)), name);
}

export function wholeMoney(amount: Amount, name: string, stated: Stated): number {
  return whole(stated.minor(amount), name);
}
