import { type Event, load, type Program } from '@laurel/engine';
import { compile } from '@laurel/language';
import { describe, expect, it } from 'vitest';

/** A program in two dated versions (T10): an event is judged by the one in force at its instant, a return by its purchase's. */

const first = version('1', '1 point', '');
const second = version('2', '2 points', '\n  effective from 2026-03-01');
const engine = load([second, first]);

describe('dated versions (T10)', () => {
  it('judge an event by the version in force at its instant', () => {
    expect(pointsAfter([join, buys('a', '2026-02-28T23:59:59+08:00')])).toBe(100);
    expect(pointsAfter([join, buys('a', '2026-03-01T00:00:00+08:00')])).toBe(200);
  });

  it('judge a return by the version of its purchase', () => {
    const purchase = buys('a', '2026-02-28T12:00:00+08:00');
    const back: Event = { kind: 'return', id: 'r', account: 'm', at: '2026-03-05T12:00:00+08:00', purchase: 'a' };
    expect(pointsAfter([join, purchase, buys('b', '2026-03-02T12:00:00+08:00'), back])).toBe(200);
  });
});

const join: Event = { kind: 'join', id: 'j', account: 'm', at: '2026-01-01T12:00:00+08:00' };

function buys(id: string, at: string): Event {
  return { kind: 'purchase', id, account: 'm', at, lines: [{ item: 'A1', quantity: '1', unitPrice: '100.00' }] };
}

function pointsAfter(events: readonly Event[]): number | undefined {
  const steps = [...engine.replay(events)];
  const last = steps[steps.length - 1];
  if (last?.kind !== 'applied') throw new Error(JSON.stringify(last));
  return engine.view(last.state).wallets.find(({ name }) => name === 'points')?.balance;
}

function version(name: string, points: string, from: string): Program {
  const text = `program "Two versions" version "${name}":
  currency CNY, time zone Asia/Shanghai${from}

points "points":
  whole points, rounded down once per purchase, after multipliers

rule "Base":
  on every purchase
  give ${points} per ¥1 paid
`;
  const { program, problems } = compile({ name: 'versions', text });
  if (program === null) throw new Error(JSON.stringify(problems));
  return program;
}
