import type { Program } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import type { Locate } from './calendar.ts';

type Membership = Program['membership'];

/** Everybody who applies joins, at once, and keeps the card: unless the file says otherwise (M9). */
export function lowerMembership(model: Model, amounts: Amounts, locate: Locate): Membership {
  const [part] = model.membership;
  const sentences = part?.sentences ?? [];
  const says = (phrase: Sentence<'membership'>['phrase']) => sentences.some((sentence) => sentence.phrase === phrase);
  return {
    joinsBy: sentences.flatMap((sentence) => joiningBy(sentence, amounts, locate)),
    vouchersCount: says('join.vouchersToo'),
    effectiveAfter: sentences.find((sentence) => sentence.phrase === 'join.effect')?.slots.delay ?? null,
    cardMustBeShown: says('join.cardShown'),
    dormantAfter: sentences.find((sentence) => sentence.phrase === 'member.dormant')?.slots.span ?? null,
    onePerIdentity: says('join.identity'),
    lostCard: says('card.notReplaced') ? 'never' : says('card.replaced') ? 'checked' : 'replaced',
    endsBelow: sentences.flatMap((sentence) => endingBelow(sentence, amounts, locate))[0] ?? null,
    at: part === undefined ? null : locate(part.section.headerLine.span),
  };
}

function joiningBy(sentence: Sentence<'membership'>, amounts: Amounts, locate: Locate): Membership['joinsBy'] {
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'join.purchase':
      return [{ kind: 'purchase', from: amounts.money(sentence.slots.money), at }];
    case 'join.spend':
      return [{ kind: 'spend', from: amounts.money(sentence.slots.money), at }];
    default:
      return [];
  }
}

function endingBelow(sentence: Sentence<'membership'>, amounts: Amounts, locate: Locate) {
  if (sentence.phrase !== 'end.belowJoining') return [];
  return [{ least: amounts.money(sentence.slots.money), at: locate(sentence.span) }];
}
