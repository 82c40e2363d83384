import { Decimal } from 'decimal.js';
import type { Sentence } from '../phrases/book.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { isFor, PRICING } from './rule-roles.ts';
import { conditionLeaves } from './slots-of.ts';

/** What can be told from the sentences alone: what is asked for before it is known, and sets that hold themselves. */
export function checkMeaning(model: Model): Problem[] {
  return [
    ...model.rule.flatMap(askedTooEarly),
    ...model.rule.flatMap(rateOrFull),
    ...model.rule.flatMap(offTooMuch),
    ...circles(model),
  ];
}

/** Prices are set before anything is paid (E1), so a price cannot hang on the amount paid. */
function askedTooEarly({ name, sentences }: Part<'rule'>): Problem[] {
  const setsPrice = sentences.some(({ phrase }) => isFor(phrase, ...PRICING));
  if (!setsPrice) return [];
  return sentences
    .flatMap((sentence) => (sentence.phrase === 'only.if' ? conditionLeaves(sentence.slots.condition) : []))
    .filter(({ phrase }) => phrase === 'if.paid' || phrase === 'if.spendWith' || phrase === 'if.spendOnWith')
    .map((leaf) => problem('amount-not-known-yet', leaf.span, { rule: name }));
}

/**
 * 每10元 is a rate, 每满10元 counts whole ones (E2). Where one point stands for so much money they come to the same after
 * rounding down; where several do, they do not, and whoever writes the one may mean the other.
 */
function rateOrFull({ sentences }: Part<'rule'>): Problem[] {
  return sentences.flatMap((sentence) => {
    if (sentence.phrase !== 'give.rate' && sentence.phrase !== 'give.goods') return [];
    const { points, money } = sentence.slots;
    if ('setting' in points || 'setting' in money) return [];
    const each = new Decimal(points.points);
    const per = new Decimal(money.amount);
    if (each.lte(1) || per.lte(1)) return [];
    const spent = per.times('1.95');
    const params = {
      points: points.points,
      money: money.amount,
      currency: money.currency,
      spent: spent.toFixed(),
      inProportion: each.times('1.95').toFixed(),
      byFull: each.toFixed(),
    };
    return [problem('rate-or-full', sentence.span, params, { severity: 'warning' })];
  });
}

/** More off than what is to be reached, or than the rule takes off at most. */
function offTooMuch({ sentences }: Part<'rule'>): Problem[] {
  const [most = null] = sentences.flatMap((each) => (each.phrase === 'off.most' ? [each.slots.most] : []));
  return sentences.flatMap((sentence) => {
    if (sentence.phrase !== 'off.plain' && sentence.phrase !== 'off.from' && sentence.phrase !== 'off.each') return [];
    const { amount } = sentence.slots;
    const from = 'from' in sentence.slots ? sentence.slots.from : null;
    if ('setting' in amount) return [];
    const { amount: off, currency } = amount;
    const tell = (than: string, is: 'threshold' | 'most') =>
      problem('off-too-much', sentence.span, { amount: off, than, currency, is }, { severity: 'warning' });
    if (from !== null && !('setting' in from) && new Decimal(off).gte(from.amount))
      return [tell(from.amount, 'threshold')];
    if (most !== null && !('setting' in most) && new Decimal(off).gt(most.amount)) return [tell(most.amount, 'most')];
    return [];
  });
}

/** Goods that leave themselves out, directly or around a circle. */
function circles(model: Model): Problem[] {
  const excludes = new Map(model.goods.map(({ name, sentences }) => [name, sentences.flatMap(excludedBy)]));
  const reaches = (from: string, target: string, seen: Set<string>): boolean =>
    (excludes.get(from) ?? []).some((next) => {
      if (next === target) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, target, seen);
    });
  return (
    model.goods
      .filter(({ name }) => reaches(name, name, new Set()))
      // A circle is one mistake, shown at the first of its goods.
      .filter(({ name }, i, all) => !all.slice(0, i).some((earlier) => reaches(earlier.name, name, new Set())))
      .map(({ name, section }) => problem('goods-in-a-circle', section.headerLine.span, { name }))
  );
}

function excludedBy(sentence: Sentence<'goods'>): readonly string[] {
  return sentence.phrase === 'goods.except' ? sentence.slots.goods : [];
}
