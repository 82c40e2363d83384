import type { Coupon, Deadline, Program } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import { type Amounts, constant } from './amount.ts';
import type { Locate } from './calendar.ts';

/** What lowering a coupon needs to know of the rest of the file. */
interface CouponContext {
  readonly amounts: Amounts;
  readonly locate: Locate;
}

/** On everything, everywhere, with other coupons and forever, unless the file says otherwise. */
export function lowerCoupons(model: Model, context: CouponContext): Program['coupons'] {
  const { amounts, locate } = context;
  return model.coupon.map(({ name, sentences, section }): Coupon => {
    const says = (phrase: Sentence<'coupon'>['phrase']) => sentences.some((sentence) => sentence.phrase === phrase);
    const [worth = { kind: 'off' as const, money: constant('money', '0') }] = sentences.flatMap(
      (sentence) => worthOf(sentence, amounts) ?? [],
    );
    const stores = sentences.find((sentence) => sentence.phrase === 'coupon.stores')?.slots.stores;
    const from = sentences.find((sentence) => sentence.phrase === 'coupon.from');
    const deadlines = sentences.flatMap((sentence) => deadlineOf(sentence, locate) ?? []);
    return {
      name,
      worth,
      goods: sentences.find((sentence) => sentence.phrase === 'coupon.goods')?.slots.goods ?? null,
      from: from === undefined ? null : amounts.money(from.slots.money),
      atListPrice: says('coupon.atListPrice'),
      alone: says('coupon.alone'),
      onePerPurchase: says('coupon.one'),
      stores: stores === undefined ? null : [...stores],
      expiry: deadlines.length === 0 ? null : { of: deadlines, counts: 'earliest' },
      at: locate(section.headerLine.span),
    };
  });
}

/** Null: the sentence says something else. */
function worthOf(sentence: Sentence<'coupon'>, amounts: Amounts): Coupon['worth'] | null {
  switch (sentence.phrase) {
    case 'coupon.share':
      return { kind: 'share', share: amounts.share(sentence.slots.share) };
    case 'coupon.itemShare':
      return { kind: 'itemShare', share: amounts.share(sentence.slots.share) };
    case 'coupon.off':
      return { kind: 'off', money: amounts.money(sentence.slots.amount) };
    case 'coupon.itemPrice':
      return { kind: 'itemPrice', money: amounts.money(sentence.slots.price) };
    default:
      return null;
  }
}

function deadlineOf(sentence: Sentence<'coupon'>, locate: Locate): Deadline | null {
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'coupon.valid':
      return { kind: 'after', span: sentence.slots.duration, through: 'day', at };
    case 'coupon.validPeriod':
      return { kind: 'after', span: { count: 0, unit: 'day' }, through: sentence.slots.period, at };
    case 'coupon.validDay':
      return { kind: 'date', on: sentence.slots.day, years: 0, at };
    default:
      return null;
  }
}
