import { advanceAndApply } from './clockwork.ts';
import type { Basket, Fault } from './event.ts';
import { basketHappening, type Happening } from './happening.ts';
import { placeOf } from './ladder.ts';
import type { Plan } from './plan.ts';
import { collector } from './posting.ts';
import type { LinePrice, Outcome, Reason, Refusal, Silence } from './reason.ts';
import { type Clockwork, letPass, planAt } from './schedule.ts';
import { type Payable, payableWithPoints } from './spending.ts';
import { type AccountRecord, copyRecord, State } from './state.ts';

/** What a purchase of this basket would cost and earn at its instant. Amounts in smallest units. */
export type Quote =
  | {
      readonly kind: 'quoted';
      readonly lines: readonly LinePrice[];
      readonly total: number;
      /** What delivery would cost beside the lines; null: nothing is delivered. */
      readonly delivery: Extract<Outcome, { kind: 'priced' }>['delivery'];
      /** Points by wallet, before any conversion; after them stored value that rules give, minor units in its own wallet. */
      readonly points: readonly { readonly wallet: string; readonly amount: number; readonly reason: Reason }[];
      /** What the host would have to hand out. */
      readonly given: readonly Omit<Extract<Outcome, { kind: 'given' }>, 'kind' | 'basis'>[];
      /** Points that would turn into stored value at once. */
      readonly conversions: readonly { readonly wallet: string; readonly amount: number; readonly gives: number }[];
      /** What points could pay of the purchase, wallet by wallet. */
      readonly payable: readonly Payable[];
      /** Ladders on which the purchase would move the member, and the tier that would be reached (M6). */
      readonly tiers: readonly { readonly ladder: string; readonly from: string | null; readonly to: string }[];
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
    delivery: priced?.delivery ?? null,
    points: sink.entries
      .filter((entry) => entry.reason.kind === 'earned')
      .map(({ wallet, amount, reason }) => ({ wallet, amount, reason })),
    given: sink.outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'given') return [];
      const { by, what, times } = outcome;
      return [{ by, what, times }];
    }),
    conversions: sink.entries
      .filter((entry) => entry.to === 'converted')
      .map((entry) => ({
        wallet: entry.wallet,
        amount: entry.amount,
        gives: sink.entries.find((gain) => gain.number === entry.number + 1)?.amount ?? 0,
      })),
    payable: payable(work, plan, state, happening, priced?.total ?? 0, silent?.why ?? null),
    tiers: reached(work, plan, state, happening.atMs, record),
    silence: silent?.why ?? null,
    provisional: [],
  };
}

/** The higher tiers on which the member would stand; what falls due before the purchase is no part of the quote. */
function reached(work: Clockwork, plan: Plan, state: State, atMs: number, after: AccountRecord) {
  if (plan.ladders.length === 0) return [];
  const before = copyRecord(State.recordOf(state));
  letPass(work, before, atMs, null);
  return plan.ladders.flatMap((planned) => {
    const { name: ladder } = planned.ladder;
    const from = before.standings?.[planned.place]?.tier ?? null;
    const to = after.standings?.[planned.place]?.tier ?? null;
    return to !== null && placeOf(planned, to) > placeOf(planned, from) ? [{ ladder, from, to }] : [];
  });
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
