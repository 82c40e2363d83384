/** Amounts as people write them: `¥1,000`, `1000元`, `348 points`. Plain decimals come out. */

export type AmountReading =
  | { readonly ok: true; readonly amount: string }
  | { readonly ok: false; readonly reason: string };

/** The signs and words that may stand at an amount, and the currencies that they can mean. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  元: ['CNY'],
  块: ['CNY'],
  '£': ['GBP'],
  '€': ['EUR'],
  $: ['USD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'TWD'],
  US$: ['USD'],
  HK$: ['HKD'],
  人民币: ['CNY'],
  英镑: ['GBP'],
  美元: ['USD'],
  欧元: ['EUR'],
  日元: ['JPY'],
  港元: ['HKD'],
  港币: ['HKD'],
};

/** No amount is longer; a long text of anything else is not worth a look. */
const LONGEST = 60;

const MONEY = /^(\D*?)\s*(-?)((?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)\s*(\D*)$/;

/**
 * Reads money of one currency, none of it negative unless `signed`.
 * @param decimals how many decimals it may have; further zeros do no harm
 * @param options `holder`: whose currency it is, for the reason
 */
export function readMoney(
  text: string,
  currency: string,
  decimals: number,
  { signed = false, holder = 'program' }: { readonly signed?: boolean; readonly holder?: 'program' | 'file' } = {},
): AmountReading {
  const narrow = text
    .normalize('NFKC')
    .trim()
    .replace(/^-(\D+)/, '$1-');
  const match = narrow.length > LONGEST ? null : MONEY.exec(narrow);
  if (match === null) return no(`"${text}" is not an amount of money`);
  const [, before = '', minus = '', number = '', after = ''] = match;
  for (const sign of [before.trim(), after.trim()]) {
    if (sign === '') continue;
    const meant = SIGNS[sign] ?? (/^[A-Z]{3}$/.test(sign) ? [sign] : null);
    if (meant === null) return no(`"${text}" is not an amount of money`);
    if (!meant.includes(currency)) return no(`"${text}" is not in ${currency}, the currency of the ${holder}`);
  }
  if (minus !== '' && !signed) return no(`"${text}" is below zero`);
  const plain = number.replaceAll(',', '');
  if (/[1-9]/.test((plain.split('.')[1] ?? '').slice(decimals))) {
    return no(`"${text}" has more decimals than the ${decimals} of ${currency}`);
  }
  return { ok: true, amount: minus + plain };
}

/** Reads a whole number of points, below zero too: `348`, `348 points`, `348积分`. */
export function readPoints(text: string): AmountReading {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,15})\s*(?:points?|积分|分)?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return no(`"${text}" is not a number of points`);
  const [, minus = '', number = ''] = match;
  return { ok: true, amount: minus + number.replaceAll(',', '') };
}

function no(reason: string): AmountReading {
  return { ok: false, reason };
}
