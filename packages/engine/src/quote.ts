import { advanceAndApply } from './clockwork.ts';
import type { Basket, Fault } from './event.ts';
import { basketHappening, type Happening } from './happening.ts';
import type { Plan } from './plan.ts';
import { collector } from './posting.ts';
import type { LinePrice, Reason, Refusal, Silence } from './reason.ts';
import { type Clockwork, letPass, planAt } from './schedule.ts';
import { type Payable, payableWithPoints } from './spending.ts';
import { copyRecord, State } from './state.ts';

/** What a purchase of this basket would cost and earn at its instant. Amounts in smallest units. */
export type Quote =
  | {
      readonly kind: 'quoted';
      readonly lines: readonly LinePrice[];
      readonly total: number;
      /** Points by wallet, before any conversion. */
      readonly points: readonly { readonly wallet: string; readonly amount: number; readonly reason: Reason }[];
      /** Points that would turn into stored value at once. */
      readonly conversions: readonly { readonly wallet: string; readonly amount: number; readonly gives: number }[];
      /** What points could pay of the purchase, wallet by wallet. */
      readonly payable: readonly Payable[];
      /** Why no rule would act; null: rules act. */
      readonly silence: Silence | null;
      /** What hangs on facts shared with other accounts and may change until the purchase (M6). */
      readonly provisional: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal | { readonly code: 'bad-event'; readonly fault: Fault } };

/** Runs the purchase on a copy and reports it: preview equals award because it is the award. */
export function quote(work: Clockwork, state: State, basket: Basket): Quote {
  const digits = work.plans[0]?.minorDigits ?? 0;
  const reading = basketHappening(state.account, basket, digits);
  if (!reading.ok) return { kind: 'refused', refusal: { code: 'bad-event', fault: reading.fault } };
  const { value: happening } = reading;
  const plan = planAt(work, happening.atMs);
  if (plan === null) {
    return { kind: 'refused', refusal: { code: 'no-version', atMs: happening.atMs } };
  }
  const record = copyRecord(State.recordOf(state));
  // A preview has no place in the log: only time decides whether it is too late.
  if (record.mark.atMs === happening.atMs) record.mark.rank = -1;
  const sink = collector();
  const verdict = advanceAndApply(work, record, happening, sink);
  if (verdict === 'notNew') return { kind: 'refused', refusal: { code: 'too-late', atMs: happening.atMs } };
  if (verdict !== null) return { kind: 'refused', refusal: verdict };
  const priced = sink.outcomes.find((outcome) => outcome.kind === 'priced');
  const silent = sink.outcomes.find((outcome) => outcome.kind === 'silent');
  return {
    kind: 'quoted',
    lines: priced?.lines ?? [],
    total: priced?.total ?? 0,
    points: sink.entries
      .filter((entry) => entry.reason.kind === 'earned')
      .map(({ wallet, amount, reason }) => ({ wallet, amount, reason })),
    conversions: sink.entries
      .filter((entry) => entry.to === 'converted')
      .map((entry) => ({
        wallet: entry.wallet,
        amount: entry.amount,
        gives: sink.entries.find((gain) => gain.number === entry.number + 1)?.amount ?? 0,
      })),
    payable: payable(work, plan, state, happening, priced?.total ?? 0, silent?.why ?? null),
    silence: silent?.why ?? null,
    provisional: [],
  };
}

/** The points that the account has when the purchase comes. */
function payable(
  work: Clockwork,
  plan: Plan,
  state: State,
  purchase: Happening,
  due: number,
  silence: Silence | null,
): readonly Payable[] {
  if (purchase.kind !== 'purchase') return [];
  const record = copyRecord(State.recordOf(state));
  letPass(work, record, purchase.atMs, null);
  return payableWithPoints(plan, record, due, purchase.store, silence);
}
