/** Chinese numerals in amounts: 二十, 一百零五, 三千五, 两万, and the mixed 3万, 1.5万. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]),
)
  .set('〇', 0)
  .set('两', 2);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
]);

/** The plain number that an amount's numeral stands for; null when it is no numeral that one would say. */
export function plainNumeral(numeral: string): string | null {
  const [head = '', tail] = numeral.split('万');
  if (tail === undefined) return plain(underTenThousand(head));
  const high = underTenThousand(head);
  const low = tail === '' ? 0 : [...tail].length === 1 ? (DIGITS.get(tail) ?? 0) * 1000 : underTenThousand(tail);
  return high === null || low === null || high === 0 ? null : plain(high * 10_000 + low);
}

function plain(value: number | null): string | null {
  return value === null || value === 0 ? null : String(value);
}

function underTenThousand(numeral: string): number | null {
  let total = 0;
  let unitBefore = 10_000;
  let digit: number | null = null;
  let zeroBefore = false;
  for (const character of numeral) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      const value = DIGITS.get(character);
      if (value === undefined || digit !== null) return null;
      if (value === 0) zeroBefore = true;
      else digit = value;
      continue;
    }
    if (unit >= unitBefore || (digit === null && unit !== 10)) return null;
    total += (digit ?? 1) * unit;
    unitBefore = unit;
    digit = null;
    zeroBefore = false;
  }
  if (digit === null) return zeroBefore ? null : total;
  // 三千五 is 3500: a last digit right after 百 or more counts the unit below.
  const colloquial = !zeroBefore && unitBefore >= 100 && unitBefore < 10_000;
  return total + digit * (colloquial ? unitBefore / 10 : 1);
}
