import type { Outside } from './clockwork.ts';
import type { ReturnHappening } from './happening.ts';
import { missingProof, silenceOf } from './membership.ts';
import { plusRatio, type Ratio, roundedSumBig, timesRatio, ZERO } from './number.ts';
import type { Plan, Rate, WalletEarning } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Refusal } from './reason.ts';
import { receiptOf } from './receipts.ts';
import type { AccountRecord } from './state.ts';
import { takeAtOnce } from './taking-back.ts';

/** Goods of a purchase that neither the account nor the host knows: at a stated value, where the file says so (semantics R5). */

export function isUnknown(
  now: Plan,
  record: AccountRecord,
  { purchase, value }: ReturnHappening,
  { original }: Outside,
): boolean {
  if (now.program.returns.unknown === 'refused' || value === null || original !== null) return false;
  return receiptOf(record.receipts, purchase) === null;
}

/** The value is paid out, and a member gives back what it earns today at the rates that ask for nothing else. */
export function applyUnknown(
  now: Plan,
  record: AccountRecord,
  happening: ReturnHappening,
  sink: Sink | null,
): Refusal | null {
  const unproved = missingProof(now.program.returns.proof, record, happening);
  if (unproved !== null) return unproved;
  const value = happening.value ?? 0;
  const takes = now.returns.takeBack !== 'nothing' && silenceOf(now.program.membership, record, true) === null;
  const { earnings } = now.today(now.clock.dayAt(happening.atMs));
  const points = takes ? earnings.map((earning) => ({ wallet: earning.wallet, points: baseOf(earning, value) })) : [];
  const deducted = takeAtOnce(now, record, points, value, happening, sink);
  const { purchase } = happening;
  const due = { total: value, lines: [], money: value, vouchers: 0, storedValue: 0, points: 0 };
  sink?.outcome({ kind: 'refund', purchase, ...due, deducted });
  return null;
}

/** What an amount earns by the rates on money that ask for nothing else, before any multiplier. */
function baseOf({ rates, rounding }: WalletEarning, amount: number): number {
  const { num, den } = rates.filter(isBase).reduce<Ratio>((sum, { points, per, full }) => {
    const many = { num: BigInt(amount) * per.den, den: per.num };
    const steps = full ? { num: many.num / many.den, den: 1n } : many;
    return plusRatio(sum, timesRatio(points, steps));
  }, ZERO);
  return roundedSumBig({ parts: [num], whole: den }, rounding);
}

function isBase({ rule, measure, goods }: Rate): boolean {
  if (measure === 'quantity' || goods !== null) return false;
  return rule.when === null && rule.limits.length === 0 && rule.trigger.kind === 'purchase';
}
