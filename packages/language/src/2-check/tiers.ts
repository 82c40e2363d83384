import type { IdIn, NodeOf, Sentence } from '../phrases/book.ts';
import type { DurationValue } from '../phrases/values.ts';
import { type Problem, problem, type ValueKind } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { conditionLeaves } from './slots-of.ts';
import { statedText } from './stated.ts';
import { wrongThreshold } from './threshold.ts';

/** What a ladder of tiers needs and what makes no sense on one: units, order, conditions, falls that undo themselves. */
export function checkTiers(model: Model): Problem[] {
  return model.tiers.flatMap((part) => [
    ...missing(part),
    ...wrongUnits(part, model),
    ...wrongOrder(part),
    ...notWithoutAPurchase(part),
    ...undoneLapses(part),
  ]);
}

type Tiers = Part<'tiers'>;
type TierSentence = Sentence<'tiers'>;

const COUNTS: Readonly<Partial<Record<TierSentence['phrase'], ValueKind>>> = {
  'tiers.countSpend': 'money',
  'tiers.countSpendOn': 'money',
  'tiers.countPurchases': 'number',
  'tiers.countVisits': 'number',
  'tiers.countPoints': 'points',
  'tiers.countEvents': 'number',
  'tiers.countEventSum': 'number',
};

function missing({ name, section, sentences }: Tiers): Problem[] {
  const has = (...phrases: TierSentence['phrase'][]) => sentences.some(({ phrase }) => phrases.includes(phrase));
  const needs = (what: 'tier' | 'count' | 'climbing' | 'review') =>
    problem('missing-sentence', section.headerLine.span, { section: 'tiers', name: name === '' ? null : name, what });
  if (section.header === null || section.lines.some(({ unread }) => unread !== null)) return [];
  if (!has('tiers.start', 'tiers.from', 'tiers.when')) return [needs('tier')];
  const counts = sentences.some(({ phrase }) => COUNTS[phrase] !== undefined);
  if (!counts && has('tiers.from', 'tiers.keep', 'tiers.climbFrom', 'tiers.climbAnew', 'tiers.usesUp'))
    return [needs('count')];
  const lapses = has('tiers.lapse', 'tiers.lapseTo', 'tiers.lapseMonth');
  const climbs = has('tiers.climbFrom', 'tiers.climbAnew', 'tiers.climbUntouched');
  if (lapses && counts && !climbs) return [needs('climbing')];
  const reviewed = has('tiers.review', 'tiers.holds', 'tiers.holdsUntil', 'tiers.holdsUntilNext');
  if (!reviewed && has('tiers.upAtReviews', 'tiers.oneDown', 'tiers.keep', 'tiers.keepWhen')) return [needs('review')];
  return [];
}

/** Thresholds are in the unit of what is counted. */
function wrongUnits({ sentences }: Tiers, model: Model): Problem[] {
  const wanted = sentences.map(({ phrase }) => COUNTS[phrase]).find((kind) => kind !== undefined);
  if (wanted === undefined) return [];
  return thresholds(sentences).flatMap(({ value, span }) => wrongThreshold(value, span, wanted, model));
}

function thresholds(sentences: readonly TierSentence[]) {
  return sentences.flatMap((sentence) =>
    sentence.phrase === 'tiers.from' || sentence.phrase === 'tiers.keep'
      ? [{ value: sentence.slots.from, span: sentence.at.from }]
      : [],
  );
}

/** Each tier takes more than the one before it; one that takes no more could never be left behind. */
function wrongOrder({ sentences }: Tiers): Problem[] {
  let before: NodeOf<'tiers.from'> | null = null;
  const problems: Problem[] = [];
  for (const sentence of sentences) {
    if (sentence.phrase !== 'tiers.from') continue;
    const [less, more] = [before === null ? null : statedText(before.slots.from), statedText(sentence.slots.from)];
    if (before !== null && less !== null && more !== null && Number(more) <= Number(less)) {
      const others = [{ role: 'other', span: before.span } as const];
      const params = { tier: sentence.slots.tier, lower: before.slots.tier };
      problems.push(problem('tiers-out-of-order', sentence.span, params, { others }));
    }
    before = sentence;
  }
  return problems;
}

/** What can be asked at any time, not only of a purchase. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set<IdIn<'Condition'>>([
  'if.spend',
  'if.spendOn',
  'if.purchases',
  'if.visits',
  'if.pointsEarned',
  'if.events',
  'if.happened',
  'if.eventSum',
  'if.lastPurchase',
  'if.joined',
]);

function notWithoutAPurchase({ sentences }: Tiers): Problem[] {
  return sentences
    .flatMap((sentence) =>
      sentence.phrase === 'tiers.when' || sentence.phrase === 'tiers.keepWhen'
        ? conditionLeaves(sentence.slots.condition)
        : [],
    )
    .filter(({ phrase }) => !ALWAYS_KNOWN.has(phrase))
    .map(({ span }) => problem('not-for-tiers', span, {}));
}

/** A fall that leaves the count as it is, over a window that still sees it, is undone by the next purchase (L4). */
function undoneLapses({ sentences }: Tiers): Problem[] {
  const untouched = sentences.find(({ phrase }) => phrase === 'tiers.climbUntouched');
  if (untouched === undefined) return [];
  const lapse = sentences.find(({ phrase }) => phrase === 'tiers.lapse' || phrase === 'tiers.lapseTo');
  const away = lapse !== undefined && 'duration' in lapse.slots ? lengthOf(lapse.slots.duration) : 31;
  const seen = sentences.flatMap((sentence) =>
    'window' in sentence.slots ? [windowLength(sentence.slots.window)] : [],
  );
  return seen.some((days) => days > away) ? [problem('lapse-undone', untouched.span, {})] : [];
}

/** Days, roughly: what is compared differs by weeks. */
function windowLength(window: NodeOf<IdIn<'Window'>>): number {
  switch (window.phrase) {
    case 'window.rolling':
    case 'window.monthsBefore':
      return lengthOf(window.slots.duration);
    case 'window.ever':
      return Number.POSITIVE_INFINITY;
    case 'window.today':
      return 1;
    case 'window.week':
      return 7;
    case 'window.month':
    case 'window.lastMonth':
      return 31;
    case 'window.quarter':
    case 'window.lastQuarter':
      return 92;
    case 'window.halfYear':
      return 184;
    case 'window.year':
    case 'window.lastYear':
    case 'window.membershipYear':
      return 366;
  }
}

function lengthOf({ count, unit }: DurationValue): number {
  const days = { minute: 0, hour: 0, day: 1, week: 7, month: 31, year: 366 } as const;
  return count * days[unit];
}
