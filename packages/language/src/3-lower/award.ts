import { type Award, type Awarded, type Band, type Measured, STORED_VALUE } from '@laurel/engine/program';
import { awardPhrases } from '../phrases/award.ts';
import type { IdIn, NodeOf, Sentence } from '../phrases/book.ts';
import { constant } from './amount.ts';
import { named } from './giving.ts';
import { lowerWindow } from './metric.ts';
import type { RuleContext } from './rule.ts';

type AwardPhrase = keyof typeof awardPhrases;
type BandPhrase = Extract<AwardPhrase, `band.${string}`>;
type DirectPhrase = Exclude<AwardPhrase, BandPhrase | 'award.graded'>;

export function isAwarding(sentence: Sentence<'rule'>): sentence is NodeOf<AwardPhrase> {
  return Object.hasOwn(awardPhrases, sentence.phrase);
}

/** What a rule gives for what was measured: each award by itself, and one for all the bands of the rule together. */
export function lowerAwards(sentences: readonly Sentence<'rule'>[], context: RuleContext): Award[] {
  const direct = sentences.flatMap((sentence): Award[] => {
    if (!isDirect(sentence)) return [];
    const at = context.locate(sentence.span);
    const of = lowerMeasured(sentence.slots.measured, context);
    return [{ kind: 'award', of, bands: [{ from: null, ...directBand(sentence, of, context), at }], at }];
  });
  const grading = sentences.find((sentence) => sentence.phrase === 'award.graded');
  if (grading?.phrase !== 'award.graded') return direct;
  const of = lowerMeasured(grading.slots.measured, context);
  const bands = sentences.flatMap((sentence): Band[] => {
    if (!isBand(sentence)) return [];
    const from = context.amounts.threshold(sentence.slots.from, unitOf(of));
    return [{ from, ...bandGives(sentence, of, context), at: context.locate(sentence.span) }];
  });
  return [...direct, { kind: 'award', of, bands, at: context.locate(grading.span) }];
}

function isDirect(sentence: Sentence<'rule'>): sentence is NodeOf<DirectPhrase> {
  return sentence.phrase.startsWith('award.') && sentence.phrase !== 'award.graded';
}

function isBand(sentence: Sentence<'rule'>): sentence is NodeOf<BandPhrase> {
  return sentence.phrase.startsWith('band.');
}

export function lowerMeasured(node: NodeOf<IdIn<'Measured'>>, { wallet }: Pick<RuleContext, 'wallet'>): Measured {
  if (node.phrase === 'measured.unspent') return { kind: 'balance', wallet };
  const plain = { goods: null, wallet: null, event: null, window: lowerWindow(node.slots.window) };
  switch (node.phrase) {
    case 'measured.spend':
      return { kind: 'metric', metric: { ...plain, of: 'spend' } };
    case 'measured.spendOn':
      return { kind: 'metric', metric: { ...plain, of: 'spend', goods: node.slots.goods } };
    case 'measured.purchases':
      return { kind: 'metric', metric: { ...plain, of: 'purchases' } };
    case 'measured.visits':
      return { kind: 'metric', metric: { ...plain, of: 'visits' } };
    case 'measured.points':
      return { kind: 'metric', metric: { ...plain, of: 'points', wallet } };
    case 'measured.events':
      return { kind: 'metric', metric: { ...plain, of: 'events', event: { name: node.slots.event, fact: null } } };
    case 'measured.eventSum': {
      const { event, fact } = node.slots;
      return { kind: 'metric', metric: { ...plain, of: 'events', event: { name: event, fact } } };
    }
  }
}

type MeasureUnit = 'money' | 'points' | 'count';

function unitOf(of: Measured): MeasureUnit {
  if (of.kind === 'balance' || of.metric.of === 'points') return 'points';
  return of.metric.of === 'spend' ? 'money' : 'count';
}

type Gives = Pick<Band, 'gives' | 'per' | 'full'>;

function directBand(sentence: NodeOf<DirectPhrase>, of: Measured, context: RuleContext): Gives {
  const { amounts, wallet } = context;
  switch (sentence.phrase) {
    case 'award.points':
      return shareOfIt({ kind: 'earned', wallet, amount: amounts.share(sentence.slots.share) }, of);
    case 'award.storedValue':
      return shareOfIt({ kind: 'earned', wallet: STORED_VALUE, amount: amounts.share(sentence.slots.share) }, of);
    case 'award.voucher':
      return shareOfIt({ kind: 'voucher', money: amounts.share(sentence.slots.share) }, of);
    case 'award.cash':
      return shareOfIt({ kind: 'cash', money: amounts.share(sentence.slots.share) }, of);
    case 'award.fullPoints':
    case 'award.fullStoredValue':
    case 'award.fullVoucher': {
      const per = amounts.threshold(sentence.slots.step, unitOf(of));
      return { gives: perStep(sentence, context), per, full: true };
    }
  }
}

function perStep(
  sentence: NodeOf<'award.fullPoints' | 'award.fullStoredValue' | 'award.fullVoucher'>,
  { amounts, wallet }: RuleContext,
): Awarded {
  if (sentence.phrase === 'award.fullPoints') {
    return { kind: 'earned', wallet, amount: amounts.points(sentence.slots.points) };
  }
  const money = amounts.money(sentence.slots.amount);
  if (sentence.phrase === 'award.fullVoucher') return { kind: 'voucher', money };
  return { kind: 'earned', wallet: STORED_VALUE, amount: money };
}

/** A share is so much of each unit of what was measured. */
function shareOfIt(gives: Awarded, of: Measured): Gives {
  return { gives, per: constant(unitOf(of), '1'), full: false };
}

function bandGives(sentence: NodeOf<BandPhrase>, of: Measured, { amounts, wallet }: RuleContext): Gives {
  const once = { per: null, full: false } as const;
  switch (sentence.phrase) {
    case 'band.points':
      return { gives: { kind: 'earned', wallet, amount: amounts.points(sentence.slots.points) }, ...once };
    case 'band.gift':
    case 'band.coupon':
      return { gives: named(sentence.slots), ...once };
    case 'band.storedValue': {
      const amount = amounts.money(sentence.slots.amount);
      return { gives: { kind: 'earned', wallet: STORED_VALUE, amount }, ...once };
    }
    case 'band.voucher':
      return { gives: { kind: 'voucher', money: amounts.money(sentence.slots.amount) }, ...once };
    case 'band.cash':
      return { gives: { kind: 'cash', money: amounts.money(sentence.slots.amount) }, ...once };
    case 'band.pointsShare':
      return shareOfIt({ kind: 'earned', wallet, amount: amounts.share(sentence.slots.share) }, of);
    case 'band.storedValueShare':
      return shareOfIt({ kind: 'earned', wallet: STORED_VALUE, amount: amounts.share(sentence.slots.share) }, of);
    case 'band.voucherShare':
      return shareOfIt({ kind: 'voucher', money: amounts.share(sentence.slots.share) }, of);
    case 'band.cashShare':
      return shareOfIt({ kind: 'cash', money: amounts.share(sentence.slots.share) }, of);
  }
}
