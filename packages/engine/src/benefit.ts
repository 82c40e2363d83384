import { freeBirthday, keepBirthday } from './birthday.ts';
import { civilOf, dayOfDate, showDate } from './calendar.ts';
import { conditionTest, leafTest, leavesOf, type Moment, type Terms, type Test } from './condition.ts';
import { failures } from './failure.ts';
import { momentWithout } from './giving.ts';
import type { ReverseHappening, UseHappening } from './happening.ts';
import { distinct, periodTerms } from './limits.ts';
import { silenceOf } from './membership.ts';
import { spellOf } from './period.ts';
import type { Plan } from './plan.ts';
import type { Sink } from './posting.ts';
import type { Benefit, Program } from './program.ts';
import type { Quota, Refusal, Source } from './reason.ts';
import type { AccountRecord, CountedPeriod } from './state.ts';

/** What members are entitled to and use: whether they may, how often, and what is left (M2, T4). */

/** The benefits of a program made ready. */
export interface PlannedBenefits {
  readonly all: readonly PlannedBenefit[];
  /** What their conditions are made from. No receipt freezes anything for them. */
  readonly reads: Terms;
}
interface PlannedBenefit {
  readonly benefit: Benefit;
  readonly source: Source;
  /** Null: always. */
  readonly when: Test | null;
  /** Whether one of its birthday conditions is true; null: it has none. */
  readonly onBirthday: Test | null;
}

export function plannedBenefits({ benefits, version }: Program, reads: Terms): PlannedBenefits {
  return {
    all: benefits.map((benefit) => {
      const { name, when, at } = benefit;
      const birthdays = leavesOf(when).filter(({ kind }) => kind === 'birthday');
      const tests = birthdays.map((leaf) => leafTest(leaf, reads));
      return {
        benefit,
        source: { rule: name, version, at },
        when: when === null ? null : conditionTest(when, reads),
        onBirthday: tests.length === 0 ? null : (moment) => tests.some((test) => test(moment)),
      };
    }),
    reads,
  };
}

/** A member uses a benefit; or why that cannot be. */
export function applyUse(
  plan: Plan,
  record: AccountRecord,
  happening: UseHappening,
  day: number,
  sink: Sink | null,
): Refusal | null {
  const { id, benefit: name, times } = happening;
  const planned = plan.benefits.all.find(({ benefit }) => benefit.name === name);
  if (planned === undefined) {
    return { code: 'unknown-benefit', benefit: name, known: plan.benefits.all.map(({ benefit }) => benefit.name) };
  }
  const moment = momentWithout(plan, record, happening, day);
  const refusal = wrongStore(planned, happening.store) ?? refusalOf(plan, planned, moment, times, happening.cardShown);
  if (refusal !== null) return refusal;

  const periods = periodsOf(plan, planned, moment) ?? [];
  if (periods.length > 0) record.benefitUses = [...record.benefitUses, { id, benefit: name, times, periods }];
  // A birthday by which something was used stands for the rest of the year (T3).
  const byBirthday = periods.some(({ per }) => per === 'birthday') || (planned.onBirthday?.(moment) ?? false);
  if (byBirthday) keepBirthday(record, moment.date.year, id);
  const quotas = quotasOf(plan, planned, moment) ?? [];
  sink?.outcome({ kind: 'benefitUsed', benefit: planned.source, times, quotas });
  return null;
}

/** Takes a use back, whose quota is free again; false: no use of that name counts. */
export function takeUseBack(record: AccountRecord, { redemption }: ReverseHappening, sink: Sink | null): boolean {
  const use = record.benefitUses.find(({ id }) => id === redemption);
  if (use === undefined) return false;
  record.benefitUses = record.benefitUses.filter((other) => other !== use);
  freeBirthday(record, use.id);
  sink?.outcome({ kind: 'useTakenBack', benefit: use.benefit, use: use.id, times: use.times });
  return true;
}

/** A use leaves the record with the last of its periods: what was not used in them has lapsed. */
export function dropPastBenefitUses(record: AccountRecord, day: number): void {
  const counts = ({ lastDay }: CountedPeriod) => lastDay === null || lastDay >= day;
  if (record.benefitUses.every(({ periods }) => periods.some(counts))) return;
  record.benefitUses = record.benefitUses.filter(({ periods }) => periods.some(counts));
}

/** A benefit as a member has it now. */
export interface BenefitView {
  readonly benefit: string;
  /** Why it cannot be used now, in the right store and with the card; null: it can. */
  readonly refusal: Refusal | null;
  /** How often it can still be used now; null: as often as one likes. */
  readonly left: number | null;
  /** What is used of its limits, and until when they count: what is left then lapses. */
  readonly quotas: readonly Quota[];
  /** The only stores, or partners, where it can be used; null: everywhere. */
  readonly stores: readonly string[] | null;
}

export function benefitsView(plan: Plan, record: AccountRecord): BenefitView[] {
  const { mark } = record;
  const moment = momentWithout(plan, record, mark, plan.clock.dayAt(mark.atMs));
  return plan.benefits.all.map((planned) => {
    const { name, stores } = planned.benefit;
    const refusal = refusalOf(plan, planned, moment, 1, true);
    const quotas = quotasOf(plan, planned, moment) ?? [];
    const room = quotas.map(({ of, used }) => of - used);
    const left = room.length === 0 ? null : Math.min(...room);
    return { benefit: name, refusal, left: refusal === null ? left : 0, quotas, stores };
  });
}

function wrongStore({ benefit: { stores } }: PlannedBenefit, store: string | null): Refusal | null {
  if (stores === null || (store !== null && stores.includes(store))) return null;
  return { code: 'wrong-store', store, stores };
}

/** Why a benefit cannot be used so often now; null: it can. */
function refusalOf(
  plan: Plan,
  planned: PlannedBenefit,
  moment: Moment,
  times: number,
  cardShown: boolean,
): Refusal | null {
  const { name, when } = planned.benefit;
  const silence = silenceOf(plan.program.membership, moment.record, cardShown);
  if (silence !== null) return { code: 'no-rule-acts', why: silence };
  const { reads } = plan.benefits;
  if (when !== null && planned.when !== null && !planned.when(moment)) {
    return {
      code: 'not-entitled',
      benefit: name,
      failed: failures({ ...plan, reads, leaf: (leaf) => leafTest(leaf, reads) }, when, moment, false),
    };
  }
  const quotas = quotasOf(plan, planned, moment);
  if (quotas === null) return { code: 'not-entitled', benefit: name, failed: [] };
  const full = quotas.find(({ of, used }) => used + times > of);
  if (full === undefined) return null;
  const { per, of, used, until } = full;
  const again = until === null ? null : showDate(civilOf(dayOfDate(until) + 1));
  return { code: 'used-up', benefit: name, per, of, left: of - used, again };
}

/** What is used of each limit; null: its periods are not known, for want of a birthday. */
function quotasOf(plan: Plan, planned: PlannedBenefit, moment: Moment): Quota[] | null {
  const { name, limits } = planned.benefit;
  const periods = periodsOf(plan, planned, moment);
  if (periods === null) return null;
  return distinct(limits).flatMap(({ per, times }) => {
    const period = periods.find((each) => each.per === per);
    if (period === undefined) return [];
    const { lastDay } = period;
    const until = lastDay === null ? null : showDate(civilOf(lastDay));
    return [{ per, of: times, used: timesUsed(moment.record, name, period), until }];
  });
}

/** The running period of each limit; null: one of them is not known. */
function periodsOf(plan: Plan, { benefit }: PlannedBenefit, moment: Moment): CountedPeriod[] | null {
  const terms = periodTerms(plan, moment);
  const periods: CountedPeriod[] = [];
  for (const { per } of distinct(benefit.limits)) {
    const spell = spellOf(per, terms);
    if (spell === null) return null;
    periods.push({ per, lastDay: spell.lastDay });
  }
  return periods;
}

function timesUsed({ benefitUses }: AccountRecord, name: string, { per, lastDay }: CountedPeriod): number {
  return benefitUses
    .filter(({ benefit, periods }) => benefit === name && periods.some((p) => p.per === per && p.lastDay === lastDay))
    .reduce((sum, { times }) => sum + times, 0);
}
