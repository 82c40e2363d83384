import { type Event, load, type Program } from '@laurel/engine';
import { Temporal } from 'temporal-polyfill';
import type { Model } from '../2-check/model.ts';
import { type Problem, problem } from '../problem.ts';

/**
 * Points that expire before they become available: earned on each day of two years, the second a leap year, they are
 * looked at. If that is so whatever the day, the file cannot be meant; on some days it is worth a warning.
 */
export function proveExpiry(program: Program, model: Model): Problem[] {
  return model.points.flatMap(({ name, sentences }) => {
    const pending = sentences.find(({ phrase }) => phrase === 'points.pending');
    const wallet = program.wallets.find((each) => each.name === name);
    if (pending === undefined || wallet === undefined || wallet.expiry === null) return [];
    const deadline = sentences.find(({ phrase }) => phrase.startsWith('expire.'));
    const others = deadline === undefined ? [] : [{ role: 'other', span: deadline.span } as const];
    const lost = daysLost(program, wallet);
    const [first] = lost;
    if (first === undefined) return [];
    const always = lost.length === DAYS;
    const more = { others, severity: always ? ('error' as const) : ('warning' as const) };
    return [problem('expires-before-available', pending.span, { ...first, always }, more)];
  });
}

const FIRST_DAY = Date.UTC(2027, 0, 1, 12);
const DAYS = 365 + 366;
const DAY_MS = 86_400_000;

interface Lost {
  readonly earned: string;
  readonly available: string;
  readonly last: string;
}

function daysLost(program: Program, wallet: Program['wallets'][number]): Lost[] {
  const engine = load([{ ...program, effective: null, wallets: [wallet], rules: [givingTo(wallet.name)] }]);
  const account = 'm';
  const joins: Event = { kind: 'join', id: 'j', account, at: '2025-01-01T12:00:00Z' };
  const joined = engine.apply(engine.open(account, joins.at), joins);
  if (joined.kind !== 'applied') return [];
  const lost: Lost[] = [];
  for (let i = 0; i < DAYS; i += 1) {
    const ms = FIRST_DAY + i * DAY_MS;
    const step = engine.apply(joined.state, bought(account, new Date(ms).toISOString()));
    const lots = step.kind === 'applied' ? engine.view(step.state).wallets.flatMap((each) => each.lots) : [];
    const early = lots.find(
      ({ availableFromMs, expiresAtMs }) =>
        availableFromMs !== null && expiresAtMs !== null && expiresAtMs <= availableFromMs,
    );
    if (early === undefined) continue;
    const [earned, available, last] = [ms, early.availableFromMs ?? 0, (early.expiresAtMs ?? 0) - 1].map((at) =>
      dateAt(program, at),
    );
    if (earned !== undefined && available !== undefined && last !== undefined) lost.push({ earned, available, last });
  }
  return lost;
}

const AT = { line: 1, start: 0, end: 0 };
const ONE = { unit: 'points', scale: 0, range: { least: '1', most: '1' }, value: { constant: '1' } } as const;

/** One point for every purchase. */
function givingTo(wallet: string): Program['rules'][number] {
  return {
    name: 'one',
    trigger: { kind: 'purchase', at: AT },
    when: null,
    effects: [{ kind: 'earnFixed', wallet, points: ONE, at: AT }],
    limits: [],
    at: AT,
  };
}

function bought(account: string, at: string): Event {
  return { kind: 'purchase', id: 'p', account, at, lines: [{ item: 'i', quantity: '1', unitPrice: '1' }] };
}

function dateAt(program: Program, ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(program.zone.id).toPlainDate().toString();
}
