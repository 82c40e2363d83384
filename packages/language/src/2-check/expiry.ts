import type { IdIn, PhraseId, Sentence } from '../phrases/book.ts';
import type { DurationValue } from '../phrases/values.ts';
import { type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';

/** The sentences that say when points expire. */
const DEADLINES: ReadonlySet<PhraseId> = new Set<IdIn<'points'>>([
  'expire.never',
  'expire.after',
  'expire.period',
  'expire.periodOf',
  'expire.dayOfYear',
  'expire.monthOfYear',
  'expire.eachDay',
  'expire.eachMonth',
  'expire.idle',
]);

/** Of several deadlines the file says which one counts; points that never expire have no other. */
export function checkExpiry(model: Model): Problem[] {
  return model.points.flatMap((part) => [...problemsIn(part), ...part.sentences.flatMap(noTime)]);
}

function problemsIn({ sentences }: Part<'points'>): Problem[] {
  const [first, second] = sentences.filter(({ phrase }) => DEADLINES.has(phrase));
  const choice = sentences.find(({ phrase }) => phrase === 'expire.earliest' || phrase === 'expire.latest');
  if (first === undefined) return choice === undefined ? [] : [problem('nothing-to-choose', choice.span, {})];
  if (second === undefined) return choice === undefined ? [] : [problem('nothing-to-choose', choice.span, {})];
  const never = sentences.some(({ phrase }) => phrase === 'expire.never');
  return choice === undefined || never ? [bothStand(first, second)] : [];
}

function bothStand(first: Sentence<'points'>, second: Sentence<'points'>): Problem {
  const others = [{ role: 'other', span: first.span } as const];
  return problem('which-expiry', second.span, {}, { others });
}

/** Points that live or wait for no time at all. */
function noTime(sentence: Sentence<'points'>): Problem[] {
  switch (sentence.phrase) {
    case 'points.pending':
      return isNone(sentence.slots.delay) ? [problem('not-positive', sentence.at.delay, { text: '0' })] : [];
    case 'expire.after':
    case 'expire.idle':
      return isNone(sentence.slots.span) ? [problem('not-positive', sentence.at.span, { text: '0' })] : [];
    default:
      return [];
  }
}

function isNone({ count }: DurationValue): boolean {
  return count === 0;
}
