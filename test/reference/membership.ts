import type { Event, Facts, Program } from '@laurel/engine';
import type { Account, Layer, Receipt, Status } from './account.ts';
import { minorUnits, rounded, whole } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';
import { goneOf, partBack, type Shares } from './kept.ts';
import { endOfWait } from './local-time.ts';
import { shared, totalOf } from './sharing.ts';

type JoinEvent = Extract<Event, { kind: 'join' }>;
type ReissueEvent = Extract<Event, { kind: 'reissue' }>;

export interface StatusChange {
  readonly from: Status;
  readonly to: Status;
  readonly atMs: number;
  readonly because: Because | null;
}

/** What the file says brought a membership about or ended it. */
interface Because {
  readonly kind: string;
  readonly purchase: string;
  readonly amount: number;
  readonly least: number;
}

export type Silence = 'notMember' | 'pending' | 'ended' | 'cardNotShown';

/** Why no rule acts for an event at all (decision 3); the card was shown unless said. */
export function silenceAt(program: Program, account: Account, cardShown: boolean | undefined): Silence | null {
  if (account.status === 'none') return 'notMember';
  if (account.status === 'pending' || account.status === 'ended') return account.status;
  return program.membership.cardMustBeShown && cardShown === false ? 'cardNotShown' : null;
}

export function isMember(account: Account): boolean {
  return account.status === 'pending' || account.status === 'active' || account.status === 'dormant';
}

/** Why somebody cannot join; none: they can (P1). */
export function faultsOfJoining(program: Program, account: Account, join: JoinEvent, facts: Facts): string[] {
  const faults = isMember(account) ? ['already-member'] : [];
  if (!program.membership.onePerIdentity) return faults;
  if (join.identity === undefined) return [...faults, 'identity-needed'];
  return facts.identities?.[join.identity] === 'taken' ? [...faults, 'identity-taken'] : faults;
}

/** Joining, or joining again after leaving, which starts anew (decision 12). */
export function join(program: Program, account: Account, event: JoinEvent, atMs: number, changes: StatusChange[]) {
  account.referrer = event.referrer ?? null;
  become(program, account, event.purchase ?? null, atMs, null, changes);
}

function become(
  program: Program,
  account: Account,
  purchase: string | null,
  atMs: number,
  because: Because | null,
  changes: StatusChange[],
): void {
  const { effectiveAfter } = program.membership;
  account.joinedAtMs = atMs;
  account.joiningPurchase = purchase;
  account.activeFromMs = effectiveAfter === null ? null : endOfWait(program.zone, atMs, effectiveAfter);
  if (account.activeFromMs === null || account.activeFromMs <= atMs) change(account, 'active', atMs, because, changes);
  else change(account, 'pending', atMs, because, changes);
  if (account.status === 'active') account.activeFromMs = null;
}

/** The purchases of whoever never was a member make one, in the order of the file's sentences (decision 23). */
export function joinByBuying(
  judged: Judged,
  account: Account,
  purchase: string,
  layer: Layer,
  atMs: number,
  changes: StatusChange[],
): void {
  const { program } = judged;
  const { joinsBy } = program.membership;
  if (account.status !== 'none') return;
  const amount = totalOf(countingByLine(program, layer));
  if (joinsBy.some(({ kind }) => kind === 'spend')) account.spentBeforeJoining += amount;
  for (const { kind, from } of joinsBy) {
    const reached = kind === 'spend' ? account.spentBeforeJoining : amount;
    const least = moneyOf(judged, from);
    if (reached < least || isMember(account)) continue;
    const because = { kind, purchase, amount: Number(reached), least: Number(least) };
    account.spentBeforeJoining = 0n;
    become(program, account, purchase, atMs, because, changes);
  }
}

/** What counts towards joining of all that is not gone of a receipt. */
export function countingLeft(program: Program, { layers }: Receipt, gone: Shares): bigint {
  let line = 0;
  let total = 0n;
  for (const layer of layers) {
    for (const amount of countingByLine(program, layer)) {
      total += amount - partBack(gone, line, amount);
      line += 1;
    }
  }
  return total;
}

/** Too little left of the joining purchase ends the membership (decision 24). */
export function endByReturning(
  judged: Judged,
  account: Account,
  receipt: Receipt,
  leftBefore: bigint,
  atMs: number,
  changes: StatusChange[],
): void {
  const { program } = judged;
  const leftNow = countingLeft(program, receipt, goneOf(receipt));
  if (account.status === 'none' && program.membership.joinsBy.some(({ kind }) => kind === 'spend')) {
    account.spentBeforeJoining -= leftBefore - leftNow;
    if (account.spentBeforeJoining < 0n) account.spentBeforeJoining = 0n;
  }
  const { endsBelow } = program.membership;
  if (endsBelow === null || !isMember(account) || account.joiningPurchase !== receipt.purchase) return;
  const least = moneyOf(judged, endsBelow.least);
  if (leftBefore < least || leftNow >= least) return;
  const because = { purchase: receipt.purchase, amount: Number(leftNow), least: Number(least) };
  account.activeFromMs = null;
  change(account, 'ended', atMs, { kind: 'joiningPurchaseBelow', ...because }, changes);
}

/** What counts of each line: points never do, vouchers where the file says so (decision 23). */
function countingByLine(program: Program, { paid, points, vouchers }: Layer): bigint[] {
  const apart = program.membership.vouchersCount ? points : points + vouchers;
  const shares = shared(apart, paid.map(whole));
  return paid.map((amount, line) => amount - (shares[line] ?? 0n));
}

function moneyOf(judged: Judged, money: Parameters<typeof amountOf>[1]): bigint {
  return rounded(minorUnits(amountOf(judged, money), judged.program.currency.minorDigits), 'halfUp');
}

export function leave(account: Account, atMs: number, changes: StatusChange[]): void {
  account.activeFromMs = null;
  change(account, 'ended', atMs, null, changes);
}

/** Why a lost card is not replaced; none: it is, and nothing else happens (decision 26). */
export function faultsOfReissue(program: Program, account: Account, reissue: ReissueEvent): string[] {
  const faults = isMember(account) ? [] : ['not-a-member'];
  if (program.membership.lostCard === 'never') faults.push('card-not-replaced');
  if (program.membership.lostCard === 'checked' && reissue.identityChecked !== true)
    faults.push('identity-not-checked');
  return faults;
}

/** A pending membership takes effect at its own instant (T5). */
export function takeEffect(account: Account, changes: StatusChange[]): void {
  if (account.activeFromMs === null) return;
  change(account, 'active', account.activeFromMs, null, changes);
  account.activeFromMs = null;
}

/** So long without a purchase: the membership sleeps; a purchase wakes it (M9). */
export function fallAsleep(account: Account, atMs: number, changes: StatusChange[]): void {
  change(account, 'dormant', atMs, null, changes);
}

export function wake(account: Account, atMs: number, changes: StatusChange[]): void {
  if (account.status === 'dormant') change(account, 'active', atMs, null, changes);
}

function change(account: Account, to: Status, atMs: number, because: Because | null, changes: StatusChange[]): void {
  changes.push({ from: account.status, to, atMs, because });
  account.status = to;
}
