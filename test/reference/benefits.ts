import { isDeepStrictEqual } from 'node:util';
import type { Event, Program } from '@laurel/engine';
import type { Account } from './account.ts';
import { type CivilDate, comparedDates } from './civil-date.ts';
import { birthdayConditions, type Circumstances, holds, isBirthday } from './conditions.ts';
import { ZERO } from './fraction.ts';
import type { Judged } from './judged.ts';
import type { Book } from './ledger.ts';
import { lastDateOf, periodOf, type Standing } from './limits.ts';
import { localDate, localMinute } from './local-time.ts';
import { silenceAt } from './membership.ts';
import { pastOf } from './past.ts';
import { birthdayIn, keepBirthday } from './purchase.ts';

type UseEvent = Extract<Event, { kind: 'use' }>;
type ReverseEvent = Extract<Event, { kind: 'reverse' }>;
type Benefit = Program['benefits'][number];
type Per = Benefit['limits'][number]['per'];

/** One use of a benefit, in the periods that it counts in. */
export interface BenefitUse {
  readonly event: string;
  readonly benefit: string;
  readonly times: number;
  readonly periods: readonly { readonly per: Per; readonly lastDate: CivilDate | null }[];
}

/** What became of a use: how much of each limit is used now, by the kind of its period. */
export interface Used {
  readonly benefit: string;
  readonly times: number;
  readonly quotas: readonly Quota[];
}
interface Quota {
  readonly per: string;
  readonly of: number;
  readonly used: number;
  readonly until: CivilDate | null;
}

/** Every reason why a benefit cannot be used; none: it can. */
export function faultsOfUsing(judged: Judged, account: Account, event: UseEvent, atMs: number): string[] {
  const { program } = judged;
  const benefit = program.benefits.find(({ name }) => name === event.benefit);
  if (benefit === undefined) return ['unknown-benefit'];
  const faults: string[] = [];
  if (benefit.stores !== null && (event.store === undefined || !benefit.stores.includes(event.store)))
    faults.push('wrong-store');
  if (silenceAt(program, account, event.cardShown) !== null) faults.push('no-rule-acts');
  if (!holds(judged, benefit.when, circumstances(judged, account, atMs))) faults.push('not-entitled');
  const standing = standingAt(program, account, atMs);
  for (const { per, times } of benefit.limits) {
    if (periodOf(program, account, per, standing.date, standing) === null) faults.push('not-entitled');
    else if (usedIn(program, account, benefit, per, standing) + (event.times ?? 1) > times) faults.push('used-up');
  }
  return faults;
}

export function useBenefit({ program }: Judged, { account, atMs }: Book, event: UseEvent): Used {
  const benefit = program.benefits.find(({ name }) => name === event.benefit);
  if (benefit === undefined) throw new RangeError(`no benefit ${event.benefit}`);
  const standing = standingAt(program, account, atMs);
  const kinds = [...new Set(benefit.limits.map(({ per }) => per))];
  const times = event.times ?? 1;
  if (kinds.length > 0) {
    const periods = kinds.map((per) => ({ per, lastDate: lastDateOf(program, account, per, standing) }));
    account.benefitUses.push({ event: event.id, benefit: benefit.name, times, periods });
  }
  const { date, birthday } = standing;
  const onBirthday = birthdayConditions(benefit.when).some(({ within }) => isBirthday(program, within, date, birthday));
  if (onBirthday || kinds.includes('birthday')) keepBirthday(account, date.year, event.id);
  return { benefit: benefit.name, times, quotas: quotasOf(program, account, benefit, standing) };
}

/** What is used of the tightest limit of each kind. */
function quotasOf(program: Program, account: Account, benefit: Benefit, standing: Standing): Quota[] {
  const kinds = [...new Set(benefit.limits.map(({ per }) => per))];
  return kinds
    .map((per) => ({
      per,
      of: Math.min(...benefit.limits.filter((limit) => limit.per === per).map(({ times }) => times)),
      used: usedIn(program, account, benefit, per, standing),
      until: lastDateOf(program, account, per, standing),
    }))
    .toSorted((a, b) => (a.per < b.per ? -1 : 1));
}

/** Whether a reversal means a use that still counts; its quota is then free again, and so is the birthday. */
export function takeUseBack(account: Account, { redemption }: ReverseEvent): boolean {
  const place = account.benefitUses.findIndex(({ event }) => event === redemption);
  if (place < 0) return false;
  account.benefitUses.splice(place, 1);
  const { birthdayThatActed } = account;
  if (birthdayThatActed?.purchases.includes(redemption)) {
    const purchases = birthdayThatActed.purchases.filter((id) => id !== redemption);
    account.birthdayThatActed = purchases.length === 0 ? null : { ...birthdayThatActed, purchases };
  }
  return true;
}

/** A use stays as long as one of its periods runs. */
export function forgetPastBenefitUses(account: Account, today: CivilDate): void {
  account.benefitUses = account.benefitUses.filter(({ periods }) =>
    periods.some(({ lastDate }) => lastDate === null || comparedDates(today, lastDate) <= 0),
  );
}

/** What can be said of every benefit now, in the right store and with the card. */
export function benefitsOf(judged: Judged, account: Account) {
  const { program } = judged;
  const { atMs } = account.place;
  return program.benefits.map((benefit) => {
    const event: UseEvent = { kind: 'use', id: '', account: account.name, at: '', benefit: benefit.name };
    const [store] = benefit.stores ?? [];
    const faults = faultsOfUsing(judged, account, { ...event, ...(store === undefined ? {} : { store }) }, atMs);
    const standing = standingAt(program, account, atMs);
    const isKnown = benefit.limits.every(
      ({ per }) => periodOf(program, account, per, standing.date, standing) !== null,
    );
    const quotas = isKnown ? quotasOf(program, account, benefit, standing) : [];
    const room = quotas.length === 0 ? null : Math.min(...quotas.map(({ of, used }) => of - used));
    return { benefit: benefit.name, faults, left: faults.length > 0 ? 0 : room, quotas, stores: benefit.stores };
  });
}

function usedIn(program: Program, account: Account, benefit: Benefit, per: Per, standing: Standing): number {
  const period = { per, lastDate: lastDateOf(program, account, per, standing) };
  return account.benefitUses
    .filter((use) => use.benefit === benefit.name && use.periods.some((each) => isDeepStrictEqual(each, period)))
    .reduce((sum, { times }) => sum + times, 0);
}

function standingAt(program: Program, account: Account, atMs: number): Standing {
  const date = localDate(program.zone, atMs);
  return { date, birthday: birthdayIn(account, date.year) };
}

function circumstances(judged: Judged, account: Account, atMs: number): Circumstances {
  const { program } = judged;
  const { date, birthday } = standingAt(program, account, atMs);
  const minute = localMinute(program.zone, atMs);
  const nothing = { lines: [], listPrice: ZERO, paid: ZERO, asks: [], granted: [], spent: [] };
  return { ...nothing, date, minute, birthday, past: pastOf(program, account) };
}
