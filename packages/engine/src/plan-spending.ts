import { type Ratio, ratio } from './number.ts';
import { type Program, ProgramError } from './program.ts';
import { type Stated, wholeMoney, wholePoints } from './stated.ts';

/** How the points of one wallet are spent, with plain amounts. */
export interface PlannedSpending {
  /** The wallet's place in the account's record. */
  readonly wallet: number;
  readonly name: string;
  /** The balance from which points may be spent. */
  readonly least: number;
  readonly inIssuingStore: boolean;
  readonly pays: PlannedPayment | null;
}
export interface PlannedPayment {
  /** So many points pay `gives` minor units; they pay in whole steps of this. */
  readonly each: number;
  readonly gives: number;
  /** The largest share of the amount due. */
  readonly most: Ratio | null;
  readonly mostText: string | null;
  readonly allOrNothing: boolean;
  readonly restEarns: boolean;
}

export function planSpending(
  wallet: Program['wallets'][number],
  stated: Stated,
  walletIndex: (name: string) => number,
): PlannedSpending {
  const { name, spending } = wallet;
  return {
    wallet: walletIndex(name),
    name,
    least: spending.least === null ? 0 : wholePoints(spending.least, name, stated),
    inIssuingStore: spending.inIssuingStore,
    pays: spending.pays === null ? null : payment(name, spending.pays, stated),
  };
}

type Payment = NonNullable<Program['wallets'][number]['spending']['pays']>;

function payment(
  name: string,
  { each, gives, most, allOrNothing, restEarns }: Payment,
  stated: Stated,
): PlannedPayment {
  const points = wholePoints(each, name, stated);
  const money = wholeMoney(gives, name, stated);
  if (points <= 0 || money <= 0) throw new ProgramError(`"${name}" pays nothing, or is paid with nothing`);
  const mostText = most === null ? null : stated.text(most);
  return {
    each: points,
    gives: money,
    most: mostText === null ? null : ratio(mostText),
    mostText,
    allOrNothing,
    restEarns,
  };
}
