import { createHash } from 'node:crypto';
import { compile } from '@laurel/language';
import { expect, it } from 'vitest';
import { type Population, populate } from '../../packages/engine/src/simulate/index.ts';
import { workshop } from '../../playground/src/play/workshop.ts';
import { shoes } from './shoes.ts';

const PEOPLE: Population = {
  seed: 7,
  members: 300,
  from: '2026-01-01',
  years: 3,
  purchasesAYear: 5,
  evenness: 0.8,
  basket: 300,
  basketSpread: 0.6,
  leavingAYear: 0.25,
  birthdaysKnown: 0.7,
};
const asked = { ...shoes, kept: null, population: PEOPLE, language: 'en' as const };

it('the same seed gives the same members, another one others', () => {
  const { program } = compile({ name: '', text: shoes.text });
  if (program === null) throw new Error('The shoe club stands.');
  const made = (seed: number) => {
    const { purchases, lines, others } = populate(program, { ...PEOPLE, seed });
    return createHash('sha256')
      .update(JSON.stringify([purchases, lines, others]))
      .digest('hex');
  };
  expect(made(7)).toBe(made(7));
  expect(made(8)).not.toBe(made(7));
});

it('members buy about as often and as much as was asked', () => {
  const { program } = compile({ name: '', text: shoes.text });
  if (program === null) throw new Error('The shoe club stands.');
  const { purchases, lines } = populate(program, { ...PEOPLE, members: 4000, leavingAYear: 0 });
  // On average they are there for three quarters of three years.
  expect(purchases.ids.length / 4000 / 2.25).toBeCloseTo(5, 0);
  const lists = Array.from(lines.lists);
  const totals = purchases.ids.map((_, i) =>
    lists.slice(purchases.lineStarts[i], purchases.lineStarts[i + 1]).reduce((sum, list) => sum + list, 0),
  );
  totals.sort((a, b) => a - b);
  expect((totals[totals.length >> 1] ?? 0) / 30_000).toBeCloseTo(1, 1);
});

it('a population is played, compared, and nothing is refused', async () => {
  const shop = workshop();
  const told: number[] = [];
  const crowd = await shop.crowd(asked, (share) => told.push(share));
  expect(crowd?.refused).toEqual([]);
  expect(crowd?.figures.find(({ id }) => id === 'members')?.text).toBe('300');
  expect(told.at(-1)).toBe(1);
  const dearer = { ...asked, text: shoes.text.replace('pay 58%', 'pay 65%'), kept: shoes };
  const compared = await shop.crowd(dearer, () => undefined);
  expect(compared?.figures.find(({ id }) => id === 'sales')?.difference).toMatch(/^\+¥/);
  expect(compared?.figures.find(({ id }) => id === 'listValue')?.difference).toBe('±0');
});

it('a run that is no longer wanted stops', async () => {
  const shop = workshop();
  const running = shop.crowd(asked, () => undefined);
  shop.stopCrowd();
  expect(await running).toBeNull();
  expect(await shop.crowd({ ...asked, text: 'nonsense' }, () => undefined)).toBeNull();
});
