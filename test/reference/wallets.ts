import type { Program } from '@laurel/engine';
import { STORED_VALUE } from './account.ts';
import { type Fraction, minorUnits } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';

/** A wallet that purchases can earn in. */
export type EarningWallet = Pick<Program['wallets'][number], 'name' | 'rounding' | 'notEarning'>;
type Amount = Extract<Program['rules'][number]['effects'][number], { kind: 'earnFixed' }>['points'];

/** Those of points, in the file's order, and after them the stored value, which earns from what the first of them says. */
export function earningWallets({ wallets }: Program): EarningWallet[] {
  const [first] = wallets;
  return [...wallets, { name: STORED_VALUE, rounding: 'down', notEarning: first?.notEarning ?? ['voucher'] }];
}

/** What an effect gives, in the smallest unit of its wallet. */
export function givenIn(judged: Judged, wallet: string, amount: Amount): Fraction {
  const stated = amountOf(judged, amount);
  return wallet === STORED_VALUE ? minorUnits(stated, judged.program.currency.minorDigits) : stated;
}
