import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { agree } from './agreement.ts';
import { type History, history } from './arbitrary-history.ts';
import { type PurchaseDraft, purchaseDraft } from './arbitrary-purchase.ts';
import { keepExchanges } from './exchanging.ts';
import { keepReturns, type Split, split } from './giving-back.ts';
import { keepInvariants } from './invariants.ts';
import { keepLateReturns } from './much-later.ts';
import type { Seen } from './traces.ts';

/** Holds the engine against the reference and the invariants at length: `npm run fuzz -- --runs 100000 --seed 7`. */
function main(): void {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const runs = wholeNumber(values.runs ?? '1000', '--runs');
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber(values.seed, '--seed');
  console.log(`seed ${seed}, ${runs} histories`);

  const tally = {
    histories: 0,
    events: 0,
    points: 0,
    conversions: 0,
    refusals: 0,
    lateEvents: 0,
    returns: 0,
    returnsAfterConversion: 0,
    debts: 0,
    pending: 0,
    expiries: 0,
    exchanges: 0,
    returnsAfterExchange: 0,
    pointsPaid: 0,
    reversals: 0,
    occasions: 0,
    sleepers: 0,
    uses: 0,
    usesTakenBack: 0,
    referrals: 0,
  };
  let failed = false;
  const details = fc.check(
    fc.property(history, split, purchaseDraft, (history, split, others) => {
      const seen = examine(history, split, others);
      // Once a history has failed, only its smaller relatives follow: they say nothing about what was covered.
      if (!failed) count(history, seen);
    }),
    { seed, numRuns: runs },
  );
  process.stderr.write('\n');

  function examine(history: History, split: Split, others: PurchaseDraft): Seen {
    try {
      keepInvariants(history);
      keepReturns(history, split);
      keepLateReturns(history);
      keepExchanges(history, others);
      return agree(history);
    } catch (error) {
      failed = true;
      throw error;
    }
  }

  function count(history: History, seen: Seen): void {
    tally.histories += 1;
    tally.events += history.events.length;
    for (const what of COUNTED) if (seen[what] > 0) tally[what] += 1;
    if (tally.histories % 100 === 0) process.stderr.write(`\r${tally.histories}/${runs}`);
  }

  console.log(`${tally.histories} histories with ${tally.events} events hold. Of these histories`);
  console.log(`  ${tally.points} earned points, ${tally.conversions} had a conversion,`);
  console.log(`  ${tally.refusals} had a refusal, ${tally.lateEvents} had a late or repeated event,`);
  console.log(
    `  ${tally.returns} had a return, ${tally.returnsAfterConversion} a return after a conversion, ${tally.debts} a debt,`,
  );
  console.log(`  ${tally.pending} had points that became available, ${tally.expiries} had points that expired,`);
  console.log(
    `  ${tally.occasions} got points on a date, ${tally.sleepers} had a membership that fell asleep, ${tally.referrals} told a referrer.`,
  );
  console.log(`  ${tally.exchanges} had an exchange, ${tally.returnsAfterExchange} a return after one.`);
  console.log(`  ${tally.pointsPaid} spent points, ${tally.reversals} had spent points back.`);
  console.log(`  ${tally.uses} used benefits, ${tally.usesTakenBack} had a use taken back.`);
  if (!details.failed) return;
  report(details.counterexample ?? null, details.errorInstance, details.counterexamplePath);
  process.exitCode = 1;
}

const COUNTED = [
  'points',
  'conversions',
  'refusals',
  'lateEvents',
  'returns',
  'returnsAfterConversion',
  'debts',
  'pending',
  'expiries',
  'exchanges',
  'returnsAfterExchange',
  'pointsPaid',
  'reversals',
  'occasions',
  'sleepers',
  'uses',
  'usesTakenBack',
  'referrals',
] as const;

function report(
  counterexample: readonly [History, Split, PurchaseDraft] | null,
  error: unknown,
  path: string | null,
): void {
  console.log(`\nA history does not hold (path ${path ?? 'unknown'}):\n`);
  console.log(error instanceof Error ? error.message : String(error));
  if (counterexample === null) return;
  const [found, split, others] = counterexample;
  console.log(`\nprogram:\n${JSON.stringify(found.program)}`);
  console.log(`\nsettings:\n${JSON.stringify(found.settings)}`);
  console.log(`\nevents:\n${found.events.map((event) => JSON.stringify(event)).join('\n')}`);
  console.log(`\nknown to the host:\n${JSON.stringify(found.known)}`);
  console.log(`\nparts that come back:\n${JSON.stringify(split)}`);
  console.log(`\ngoods that go out in exchanges:\n${JSON.stringify(others)}`);
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${option} takes a whole number, not ${text}`);
  return Number(text);
}

main();
