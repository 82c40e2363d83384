import type { SpendingRefusal } from '../spending.ts';
import { assertNever } from '../words.ts';
import { silenceText } from './member.ts';
import { quotedList, type Say } from './say.ts';

/** Why points and what they buy cannot be had now, and the way out. */
export function spendingRefusalText(refusal: SpendingRefusal, say: Say): string {
  switch (refusal.code) {
    case 'no-rule-acts':
      return `Nothing can be spent or used now: ${silenceText(refusal.why)}.`;
    case 'other-store': {
      if (refusal.issued === null) {
        return 'Points are spent in the store that issued the card, and nobody said which one did; tell it as the `store` of a profile event.';
      }
      const here = refusal.store === null ? 'this event names no store' : `this is store "${refusal.store}"`;
      return `Points are spent in the store that issued the card, "${refusal.issued}", and ${here}; spend them there.`;
    }
    case 'wrong-store': {
      const here = refusal.store === null ? 'this event names no store' : `this is store "${refusal.store}"`;
      return `It can be had only in ${quotedList(refusal.stores, 'or')}, and ${here}; go there for it.`;
    }
    case 'unknown-reward':
      return refusal.known.length === 0
        ? `There is no reward "${refusal.reward}": the program has no rewards.`
        : `There is no reward "${refusal.reward}"; there is ${quotedList(refusal.known, 'and')}.`;
    case 'unknown-redemption':
      return `There is no redemption "${refusal.redemption}" that could be taken back: it never was, was taken back before, or the time for it is over.`;
    case 'below-minimum': {
      const { wallet, available, least } = refusal;
      return `Points can be spent from ${say.points(least, wallet)} on, and there are ${say.points(available, wallet)}: ${say.points(least - available, wallet)} short.`;
    }
    case 'wrong-step': {
      const { wallet, amount, step, per } = refusal;
      return `${say.points(per, wallet)} pay ${say.money(step)} at a time, which ${say.money(amount)} is no multiple of; let them pay ${nearby(amount, step, say)}.`;
    }
    case 'must-cover-all':
      return `Points pay the whole amount or nothing of it: ${say.money(refusal.due)} is due, and points are to pay ${say.money(refusal.amount)}.`;
    case 'more-than-share':
      return `Points can pay at most ${say.money(refusal.most)} of this purchase, not ${say.money(refusal.amount)}; settle the rest in another way.`;
    default:
      return assertNever(refusal);
  }
}

/** The multiples of a step on both sides of an amount. */
function nearby(amount: number, step: number, say: Say): string {
  const below = Math.floor(amount / step) * step;
  const above = say.money(below + step);
  return below === 0 ? above : `${say.money(below)} or ${above}`;
}
