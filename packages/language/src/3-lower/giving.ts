import { type Effect, type Given, STORED_VALUE } from '@laurel/engine/program';
import type { NodeOf, Sentence } from '../phrases/book.ts';
import { givingPhrases } from '../phrases/giving.ts';
import { constant, measure } from './amount.ts';
import type { RuleContext } from './rule.ts';

type Giving = NodeOf<keyof typeof givingPhrases>;

export function isGiving(sentence: Sentence<'rule'>): sentence is Giving {
  return Object.hasOwn(givingPhrases, sentence.phrase);
}

/** What a rule gives beside points: stored value is earned like points, all else is handed out by the host. */
export function lowerGiving(sentence: Giving, context: RuleContext): Effect {
  const { amounts, minorDigits, locate } = context;
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'give.gift':
    case 'give.referrerGift':
    case 'give.coupon':
      return { kind: 'hand', gives: named(sentence.slots), ...ONCE, at };
    case 'give.giftFull':
    case 'give.couponFull': {
      const per = amounts.money(sentence.slots.money);
      return { kind: 'hand', gives: named(sentence.slots), per, full: true, at };
    }
    case 'give.storedValue':
      return { kind: 'earnFixed', wallet: STORED_VALUE, points: amounts.money(sentence.slots.amount), at };
    case 'give.storedValueFull':
    case 'give.storedValueShare': {
      const full = sentence.phrase === 'give.storedValueFull';
      const points = full ? amounts.money(sentence.slots.amount) : amounts.share(sentence.slots.share);
      const per = full ? amounts.money(sentence.slots.money) : EACH_UNIT;
      const paid = measure('paid', minorDigits);
      return { kind: 'earnRate', wallet: STORED_VALUE, points, per, measure: paid, goods: null, full, at };
    }
    case 'give.voucher':
    case 'give.cash': {
      const kind = sentence.phrase === 'give.cash' ? 'cash' : 'voucher';
      return { kind: 'hand', gives: { kind, money: amounts.money(sentence.slots.amount) }, ...ONCE, at };
    }
    case 'give.voucherFull':
    case 'give.cashFull': {
      const kind = sentence.phrase === 'give.cashFull' ? 'cash' : 'voucher';
      const per = amounts.money(sentence.slots.money);
      return { kind: 'hand', gives: { kind, money: amounts.money(sentence.slots.amount) }, per, full: true, at };
    }
    case 'give.voucherShare':
    case 'give.cashShare':
    case 'give.referrerCash': {
      const kind = sentence.phrase === 'give.voucherShare' ? 'voucher' : 'cash';
      const money = amounts.share(sentence.slots.share);
      return { kind: 'hand', gives: { kind, money }, per: EACH_UNIT, full: false, at };
    }
  }
}

/** Something with a name of its own. */
export function named(
  slots: { readonly gift: string } | { readonly coupon: string },
): Extract<Given, { readonly name: string }> {
  return 'gift' in slots ? { kind: 'gift', name: slots.gift } : { kind: 'coupon', name: slots.coupon };
}

/** A share of what was paid is so much of each unit of the currency. */
const EACH_UNIT = constant('money', '1');
const ONCE = { per: null, full: false } as const;
