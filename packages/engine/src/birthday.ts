import type { AccountRecord } from './state.ts';

/** A birthday that a purchase has acted on stands for the rest of its local year, whatever is edited (semantics T3). */

/**
 * The first purchase of a year fixes the birthday; every other one keeps it standing. Written field by field: every
 * purchase reads it, and what is made by spreading has a shape of its own in memory.
 */
export function keepBirthday(record: AccountRecord, year: number, purchase: string): void {
  const { actedBirthday, birthday } = record;
  if (actedBirthday?.year === year) {
    if (!actedBirthday.purchases.includes(purchase)) actedBirthday.purchases.push(purchase);
  } else if (birthday !== null) {
    record.actedBirthday = { year, birthday, purchases: [purchase] };
  }
}

/** A purchase that has come back whole keeps it standing no more; without any the birthday is free again (R2, M11). */
export function freeBirthday(record: AccountRecord, purchase: string): void {
  const { actedBirthday } = record;
  if (actedBirthday === null || !actedBirthday.purchases.includes(purchase)) return;
  const purchases = actedBirthday.purchases.filter((id) => id !== purchase);
  const { year, birthday } = actedBirthday;
  record.actedBirthday = purchases.length === 0 ? null : { year, birthday, purchases };
}
