import type { Entry, View } from '@laurel/engine';

/** What moved between two accounts of the ledger. */
export function moved(entries: readonly Entry[], from: Entry['from'], to: Entry['to']): number {
  return sum(entries.filter((entry) => entry.from === from && entry.to === to).map(({ amount }) => amount));
}

export function walletIn({ wallets }: View, name: string): View['wallets'][number] {
  const wallet = wallets.find((each) => each.name === name);
  if (wallet === undefined) throw new Error(`no wallet ${name}`);
  return wallet;
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0);
}
