import * as z from 'zod';
import { showInstant } from '../calendar.ts';
import type { Event } from '../event.ts';
import { KIND_RANK } from '../event.ts';
import { plan } from '../plan.ts';
import type { Program } from '../program.ts';
import type { Reading } from './lines.ts';
import { fitted, type Misfit, type Place, placeIn, Text } from './place.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';
import { joinOf, type ReadStep, readBirthday, readLocal, readStep } from './step.ts';

export type ScenarioReading =
  | { readonly ok: true; readonly value: Scenario }
  | { readonly ok: false; readonly misfits: readonly Misfit[] };

const ScenarioFile = z.strictObject({
  scenario: Text,
  cites: z.array(Text).optional(),
  member: z.strictObject({ born: Text.optional(), joins: Text.optional(), store: Text.optional() }).optional(),
  'documents taken': z.array(Text).optional(),
  history: z.array(z.unknown()).min(1).max(10_000),
});

/** A scenario is about one member; others are named. */
const ACCOUNT = 'member';

/**
 * Reads a scenario from what a parser made of its text (YAML or JSON). Names and amounts are the program's; dates and
 * times are its wall clock's, a date alone is noon.
 */
export function readScenario(value: unknown, program: Program): ScenarioReading {
  const misfits: Misfit[] = [];
  const place = placeIn(misfits);
  const file = fitted(ScenarioFile, value, place);
  if (file === null) return { ok: false, misfits };
  const reading: Reading = {
    program,
    plan: plan(program, {}, { walletIndex: () => 0, counted: [], countsLastPurchase: false, ladderNames: [] }),
  };
  const purchases = new Map<number, string>();
  const redemptions = new Map<number, string>();
  const history = file.history.map((entry, i) =>
    readStep(entry, place.in('history').in(i), reading, { account: ACCOUNT, sequence: i + 1, purchases, redemptions }),
  );
  const steps = withMember(
    file.member ?? {},
    history.filter((step) => step !== null),
    place.in('member'),
    reading,
  );
  if (misfits.length === 0) checkOrder(history, place.in('history'));
  if (misfits.length > 0) return { ok: false, misfits };
  const { scenario: name, cites = [], 'documents taken': documentsTaken = [] } = file;
  return { ok: true, value: { name, cites, account: ACCOUNT, documentsTaken, steps } };
}

/**
 * Puts in what `member` says: joining at its instant among the steps. A birthday without it is told when the history
 * joins, or else at its start.
 */
function withMember(
  member: {
    readonly born?: string | undefined;
    readonly joins?: string | undefined;
    readonly store?: string | undefined;
  },
  history: readonly ReadStep[],
  place: Place,
  reading: Reading,
): ScenarioStep[] {
  const steps = history.map(({ step }) => step);
  const profile = member.born === undefined ? undefined : readBirthday(member.born, place);
  if (profile === null) return steps;
  if (member.joins !== undefined) {
    const atMs = readLocal(member.joins, place.in('joins'), reading);
    if (atMs === null) return steps;
    const at = showInstant(atMs, reading.plan.clock);
    const join = joinOf({ id: 'joins', account: ACCOUNT, at }, reading.program);
    const store = member.store === undefined ? {} : { store: member.store };
    const event: Event = { ...join, ...(profile && { profile }), ...store };
    const later = history.findIndex((step) => step.atMs >= atMs);
    const position = later < 0 ? steps.length : later;
    return steps.toSpliced(position, 0, { words: `${member.joins} joins`, account: ACCOUNT, at, event, expect: null });
  }
  return profile === undefined ? steps : withBirthday(steps, profile);
}

function withBirthday(steps: readonly ScenarioStep[], profile: { readonly birthday?: string | null }): ScenarioStep[] {
  const [first] = steps;
  if (first === undefined) return [];
  const joining = steps.findIndex((step) => step.event?.kind === 'join' && step.account === ACCOUNT);
  if (joining >= 0) {
    return steps.map((step, i) =>
      i === joining && step.event?.kind === 'join'
        ? { ...step, event: { ...step.event, profile: { ...profile, ...step.event.profile } } }
        : step,
    );
  }
  const event: Event = { kind: 'profile', id: 'born', account: ACCOUNT, at: first.at, profile };
  return [{ words: 'the birthday is told', account: ACCOUNT, at: first.at, event, expect: null }, ...steps];
}

/** A history that is out of order is a slip of the pen, unless a step says that it expects to come too late. */
function checkOrder(history: readonly (ReadStep | null)[], place: Place): void {
  let before: ReadStep | null = null;
  for (const [i, step] of history.entries()) {
    if (step === null) continue;
    if (step.step.expect?.refused === 'not-new') continue;
    if (before !== null && step.atMs < before.atMs) {
      place.in(i).misfit(`stands after a later step ("${before.step.words}")`);
    } else if (before !== null && isSameInstant(before, step) && rankOf(step) < rankOf(before)) {
      place
        .in(i)
        .misfit(
          `at one instant joining comes first, then the profile, then purchases, then the rest: give it another time`,
        );
    }
    before = step;
  }
}

function isSameInstant(one: ReadStep, other: ReadStep): boolean {
  return one.atMs === other.atMs && one.step.account === other.step.account;
}

/** Time that passes to an instant comes before or after what happens at it, as the file has it. */
function rankOf({ step: { event } }: ReadStep): number {
  return event === null ? 0 : KIND_RANK[event.kind];
}
