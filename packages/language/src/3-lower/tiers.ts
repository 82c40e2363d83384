import type { Amount, Condition, Ladder, Metric, Program, Tier } from '@laurel/engine/program';
import type { Model, Part } from '../2-check/model.ts';
import type { ConditionNode, Sentence } from '../phrases/book.ts';
import { lowerWindow } from './metric.ts';
import type { RuleContext } from './rule.ts';

/** What a ladder is called while the file gives it no name. */
export const PLAIN_LADDER = 'tiers';

/** How conditions are lowered; handed in, because conditions speak of tiers too. */
type LowerCondition = (node: ConditionNode, context: RuleContext) => Condition;

export function lowerLadders(model: Model, context: RuleContext, lower: LowerCondition): Program['ladders'] {
  return model.tiers.map((part) => lowerLadder(part, context, lower));
}

/** The ladder on which each tier stands, by the tier's name. */
export function laddersOf(model: Model): ReadonlyMap<string, string> {
  const pairs = model.tiers.flatMap(({ name, sentences }) =>
    sentences.flatMap(({ phrase, slots }) =>
      phrase === 'tiers.start' || phrase === 'tiers.from' || phrase === 'tiers.when'
        ? [[slots.tier, ladderName(name)] as const]
        : [],
    ),
  );
  return new Map(pairs);
}

function ladderName(name: string): string {
  return name === '' ? PLAIN_LADDER : name;
}

function lowerLadder({ name, section, sentences }: Part<'tiers'>, context: RuleContext, lower: LowerCondition): Ladder {
  const counts = sentences.map((sentence) => countedBy(sentence, context)).find((metric) => metric !== null) ?? null;
  const says = (phrase: Sentence<'tiers'>['phrase']) => sentences.some((sentence) => sentence.phrase === phrase);
  const threshold = (value: Parameters<typeof context.amounts.threshold>[0]): Amount =>
    context.amounts.threshold(value, unitOf(counts));
  return {
    name: ladderName(name),
    counts,
    tiers: tiersOf(sentences, threshold, context, lower),
    review: {
      every: sentences.find((sentence) => sentence.phrase === 'tiers.review')?.slots.period ?? null,
      up: says('tiers.upAtReviews') ? 'atReviews' : 'atOnce',
      oneUpPer: sentences.find((sentence) => sentence.phrase === 'tiers.oneUp')?.slots.period ?? null,
      oneDown: says('tiers.oneDown'),
    },
    holds: holdsOf(sentences),
    lapse: lapseOf(sentences, context),
    usesUp: says('tiers.usesUp'),
    at: context.locate(section.headerLine.span),
  };
}

/** The metric that a sentence counts; null: it counts nothing. */
export function countedBy(sentence: Sentence<'tiers'>, { wallet }: Pick<RuleContext, 'wallet'>): Metric | null {
  const plain = { goods: null, wallet: null, event: null };
  switch (sentence.phrase) {
    case 'tiers.countSpend':
      return { ...plain, of: 'spend', window: lowerWindow(sentence.slots.window) };
    case 'tiers.countSpendOn':
      return { ...plain, of: 'spend', goods: sentence.slots.goods, window: lowerWindow(sentence.slots.window) };
    case 'tiers.countPurchases':
      return { ...plain, of: 'purchases', window: lowerWindow(sentence.slots.window) };
    case 'tiers.countVisits':
      return { ...plain, of: 'visits', window: lowerWindow(sentence.slots.window) };
    case 'tiers.countPoints':
      return { ...plain, of: 'points', wallet, window: lowerWindow(sentence.slots.window) };
    case 'tiers.countEvents':
    case 'tiers.countEventSum': {
      const { event, window } = sentence.slots;
      const fact = sentence.phrase === 'tiers.countEventSum' ? sentence.slots.fact : null;
      return { ...plain, of: 'events', event: { name: event, fact }, window: lowerWindow(window) };
    }
    default:
      return null;
  }
}

function unitOf(counts: Metric | null): 'money' | 'points' | 'count' {
  return counts?.of === 'spend' ? 'money' : counts?.of === 'points' ? 'points' : 'count';
}

function tiersOf(
  sentences: readonly Sentence<'tiers'>[],
  threshold: (value: Parameters<RuleContext['amounts']['threshold']>[0]) => Amount,
  context: RuleContext,
  lower: LowerCondition,
): Tier[] {
  const tiers: Tier[] = [];
  for (const sentence of sentences) {
    const at = context.locate(sentence.span);
    const plain = { keepFrom: null, keepWhen: null, at };
    switch (sentence.phrase) {
      case 'tiers.start':
        // Everybody's tier is the lowest wherever it is written.
        tiers.unshift({ name: sentence.slots.tier, from: null, when: null, ...plain });
        break;
      case 'tiers.from':
        tiers.push({ name: sentence.slots.tier, from: threshold(sentence.slots.from), when: null, ...plain });
        break;
      case 'tiers.when':
        tiers.push({ name: sentence.slots.tier, from: null, when: lower(sentence.slots.condition, context), ...plain });
        break;
      default:
    }
  }
  return tiers.map((tier) => {
    const keep = sentences.find((sentence) => sentence.phrase === 'tiers.keep' && sentence.slots.tier === tier.name);
    const when = sentences.find(
      (sentence) => sentence.phrase === 'tiers.keepWhen' && sentence.slots.tier === tier.name,
    );
    return {
      ...tier,
      keepFrom: keep?.phrase === 'tiers.keep' ? threshold(keep.slots.from) : null,
      keepWhen: when?.phrase === 'tiers.keepWhen' ? lower(when.slots.condition, context) : null,
    };
  });
}

function holdsOf(sentences: readonly Sentence<'tiers'>[]): Ladder['holds'] {
  for (const sentence of sentences) {
    if (sentence.phrase === 'tiers.holds') return sentence.slots.duration;
    if (sentence.phrase === 'tiers.holdsUntil') return { endOf: sentence.slots.period, later: 0 };
    if (sentence.phrase === 'tiers.holdsUntilNext') return { endOf: sentence.slots.period, later: 1 };
  }
  return null;
}

function lapseOf(sentences: readonly Sentence<'tiers'>[], context: RuleContext): Ladder['lapse'] {
  for (const sentence of sentences) {
    const { phrase, slots, span } = sentence;
    if (phrase !== 'tiers.lapse' && phrase !== 'tiers.lapseTo' && phrase !== 'tiers.lapseMonth') continue;
    return {
      after: phrase === 'tiers.lapseMonth' ? 'calendarMonth' : slots.duration,
      to: phrase === 'tiers.lapseTo' ? { tier: slots.tier } : 'down',
      floor: sentences.find((other) => other.phrase === 'tiers.floor')?.slots.tier ?? null,
      climbing: climbingOf(sentences),
      at: context.locate(span),
    };
  }
  return null;
}

function climbingOf(sentences: readonly Sentence<'tiers'>[]): NonNullable<Ladder['lapse']>['climbing'] {
  if (sentences.some(({ phrase }) => phrase === 'tiers.climbFrom')) return 'fromThreshold';
  return sentences.some(({ phrase }) => phrase === 'tiers.climbAnew') ? 'anew' : 'untouched';
}
