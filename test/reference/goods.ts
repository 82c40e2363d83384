import type { Event, Program } from '@laurel/engine';

export type PurchaseEvent = Extract<Event, { kind: 'purchase' }>;
export type ExchangeEvent = Extract<Event, { kind: 'exchange' }>;
export type PurchaseLine = PurchaseEvent['lines'][number];
/** A line as rules see it, whatever it was part of. */
export type GoodsLine = Omit<PurchaseLine, 'paid'>;

/** Whether a line belongs to the named set of goods: every test holds, and no set in `except` has the line. */
export function belongs(program: Program, name: string, line: GoodsLine): boolean {
  const goods = program.goods.find((each) => each.name === name);
  if (goods === undefined) throw new RangeError(`no goods ${name}`);
  const passes = goods.all.every((test) => {
    // A line that does not say its class, category or brand passes no test on it.
    const found = line[test.kind];
    return found !== undefined && test.in.some((wanted) => wanted === found);
  });
  return passes && !goods.except.some((other) => belongs(program, other, line));
}

/** Where an effect names no goods, it concerns every line. */
export function concerns(program: Program, goods: string | null, line: GoodsLine): boolean {
  return goods === null || belongs(program, goods, line);
}
