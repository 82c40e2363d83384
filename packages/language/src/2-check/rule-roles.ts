import { phraseIds } from '../1-parse/prefix-tree.ts';
import type { IdIn, PhraseId } from '../phrases/book.ts';

/**
 * What a sentence of a rule is there for:
 * - `on …`: when the rule runs. `on purchases` has something bought before it, `on occasions` need not, `on referrals` has
 *   what somebody else bought.
 * - `points`, `handed`: what the member gets, whatever was bought; `… bought`: by how much was bought.
 * - `price`, `only price`, `set price`, `amount off`, `delivery`, `staff price`: what the member pays.
 * - `referrer points`, `referrer handed`: what whoever introduced the member gets.
 * - `message`: what the member is told.
 * - `award`, `band`: what the member gets for what was measured; `grading`: what bands go by.
 * - `off cap`: how much it takes off at most.
 * - `bounds`: whom, when and how often.
 */
export type RuleRole =
  | 'on purchases'
  | 'on occasions'
  | 'on referrals'
  | 'points'
  | 'points bought'
  | 'handed'
  | 'handed bought'
  | 'price'
  | 'only price'
  | 'set price'
  | 'amount off'
  | 'delivery'
  | 'staff price'
  | 'referrer points'
  | 'referrer handed'
  | 'message'
  | 'award'
  | 'grading'
  | 'band'
  | 'off cap'
  | 'bounds';

const ROLES: Readonly<Record<IdIn<'rule'>, RuleRole>> = {
  'on.purchase': 'on purchases',
  'on.request': 'on purchases',
  'on.visit': 'on occasions',
  'on.visitOrPurchase': 'on occasions',
  'on.joining': 'on occasions',
  'on.birthday': 'on occasions',
  'on.anniversary': 'on occasions',
  'on.day': 'on occasions',
  'on.dayAt': 'on occasions',
  'on.calendar': 'on occasions',
  'on.beforeRun': 'on occasions',
  'on.periodStart': 'on occasions',
  'on.periodEnd': 'on occasions',
  'on.afterJoining': 'on occasions',
  'on.afterFirstPurchase': 'on occasions',
  'on.withoutPurchase': 'on occasions',
  'on.event': 'on occasions',
  'on.referredFirst': 'on referrals',
  'on.referredPurchase': 'on referrals',
  'only.if': 'bounds',
  'during.dates': 'bounds',
  'during.from': 'bounds',
  'during.until': 'bounds',
  'during.hours': 'bounds',
  'during.weekdays': 'bounds',
  'limit.times': 'bounds',
  'give.fixed': 'points',
  'give.perFact': 'points',
  'give.rate': 'points bought',
  'give.goods': 'points bought',
  'give.full': 'points bought',
  'give.fullGoods': 'points bought',
  'give.share': 'points bought',
  'give.item': 'points bought',
  'give.itemGoods': 'points bought',
  'multiply.all': 'points bought',
  'multiply.goods': 'points bought',
  'give.gift': 'handed',
  'give.coupon': 'handed',
  'give.storedValue': 'handed',
  'give.voucher': 'handed',
  'give.cash': 'handed',
  'give.giftFull': 'handed bought',
  'give.couponFull': 'handed bought',
  'give.storedValueFull': 'handed bought',
  'give.storedValueShare': 'handed bought',
  'give.voucherFull': 'handed bought',
  'give.voucherShare': 'handed bought',
  'give.cashFull': 'handed bought',
  'give.cashShare': 'handed bought',
  'pay.goods': 'price',
  'pay.all': 'price',
  'pay.tier': 'price',
  'pay.tierGoods': 'price',
  'pay.only': 'only price',
  'pay.fixed': 'price',
  'set.nth': 'set price',
  'set.nthGoods': 'set price',
  'set.payFor': 'set price',
  'set.payForGoods': 'set price',
  'set.free': 'set price',
  'set.freeGoods': 'set price',
  'set.any': 'set price',
  'set.together': 'set price',
  'set.with': 'set price',
  'delivery.free': 'delivery',
  'delivery.freeFrom': 'delivery',
  'off.most': 'off cap',
  'off.plain': 'amount off',
  'off.from': 'amount off',
  'off.each': 'amount off',
  'staff.all': 'staff price',
  'staff.goods': 'staff price',
  'give.referrer': 'referrer points',
  'give.referrerRate': 'referrer points',
  'give.referrerShare': 'referrer points',
  'give.referrerGift': 'referrer handed',
  'give.referrerCash': 'referrer handed',
  'notify.member': 'message',
  'award.points': 'award',
  'award.storedValue': 'award',
  'award.voucher': 'award',
  'award.cash': 'award',
  'award.fullPoints': 'award',
  'award.fullStoredValue': 'award',
  'award.fullVoucher': 'award',
  'award.graded': 'grading',
  'band.points': 'band',
  'band.gift': 'band',
  'band.coupon': 'band',
  'band.storedValue': 'band',
  'band.voucher': 'band',
  'band.cash': 'band',
  'band.pointsShare': 'band',
  'band.storedValueShare': 'band',
  'band.voucherShare': 'band',
  'band.cashShare': 'band',
};

const byPhrase: ReadonlyMap<string, RuleRole> = new Map(Object.entries(ROLES));

/** What says what the member pays. */
export const PRICING: readonly RuleRole[] = [
  'price',
  'only price',
  'set price',
  'amount off',
  'delivery',
  'staff price',
];

/** Whether a sentence is there for one of these. */
export function isFor(phrase: PhraseId, ...roles: readonly RuleRole[]): boolean {
  const role = byPhrase.get(phrase);
  return role !== undefined && roles.includes(role);
}

/** The sentences of rules that are there for one of these. */
export function sentencesFor(...roles: readonly RuleRole[]): readonly PhraseId[] {
  return phraseIds.filter((phrase) => isFor(phrase, ...roles));
}
