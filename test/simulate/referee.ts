import type { Event, Program } from '@laurel/engine';
import { expect } from 'vitest';
import { walletOf } from '../reference/account.ts';
import { reference } from '../reference/reference.ts';
import { type Clerk, DAY, instantOf, type Part, type Purchase } from './retail-sums.ts';

/** Has one customer of Online Retail judged by the reference evaluator, with the purchases and returns that the sums found. */
export class Referee implements Clerk {
  /** What returns refunded, minor units. */
  refunded = 0n;
  readonly #judge: ReturnType<typeof reference>;
  readonly #account: string;
  readonly #known: Record<string, Event> = {};
  #events = 0;

  constructor(program: Program, account: string) {
    this.#account = account;
    this.#judge = reference({ program, settings: {} }, account, Date.UTC(2009, 0, 1));
  }

  buy({ key, minute, atMs, lines }: Purchase): void {
    if (this.#events === 0) this.#join(minute);
    const event: Event = {
      kind: 'purchase',
      ...this.#next(key, atMs),
      lines: lines.map(({ item, units, price, paid }) => ({
        item,
        quantity: String(units),
        unitPrice: price,
        paid: `${Math.floor(paid / 100)}.${String(paid % 100).padStart(2, '0')}`,
      })),
    };
    this.#known[key] = event;
    expect(this.#judge.apply(event)).toMatchObject({ kind: 'applied' });
  }

  bringBack({ purchase, units, atMs, isLate }: Part): void {
    const lines = [...units].map(([line, count]) => ({
      line: purchase.lines.indexOf(line) + 1,
      quantity: String(count),
    }));
    const header = this.#next(`return ${this.#events}`, atMs);
    const answer = this.#judge.apply(
      { kind: 'return', ...header, purchase: purchase.key, lines },
      { purchases: this.#known },
    );
    if (isLate) expect(answer).toEqual({ kind: 'refused', codes: ['return-period-over'] });
    else if (answer.kind === 'applied') this.refunded += answer.refund?.total ?? 0n;
    else expect.fail(`${header.id} of ${this.#account} is ${answer.kind}`);
  }

  /** What an account of the points' ledger holds. */
  total(account: string): bigint {
    return walletOf(this.#judge.account(), 'points').totals[account] ?? 0n;
  }

  /** At the same time of the wall clock, two days before, with a document of its own. */
  #join(minute: string): void {
    const before = new Date(Date.parse(`${minute}Z`) - 2 * DAY).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length);
    const join: Event = { kind: 'join', ...this.#next('join', instantOf(before)), identity: this.#account };
    const answer = this.#judge.apply(join, { identities: { [this.#account]: 'free' } });
    expect(answer).toMatchObject({ kind: 'applied' });
  }

  #next(id: string, atMs: number): { id: string; account: string; at: string; sequence: number } {
    this.#events += 1;
    return { id, account: this.#account, at: new Date(atMs).toISOString(), sequence: this.#events };
  }
}
