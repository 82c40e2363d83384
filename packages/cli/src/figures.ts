/** Minor units as a plain decimal. Exact: a total may be larger than any number. */
export function decimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = String(minor < 0n ? -minor : minor).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`;
}

/** `1234567.80` as `1,234,567.80`. */
export function grouped(number: string): string {
  const [whole = '', ...fraction] = number.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.');
}

/** A share of six decimals as a percentage with two, half up. */
export function percent(share: string): string {
  const hundredths = (BigInt(share.replace('.', '')) + 50n) / 100n;
  return `${decimal(hundredths, 2)}%`;
}
