import type { Deadline, Program } from '@laurel/engine/program';
import type { Part } from '../2-check/model.ts';
import type { Sentence } from '../phrases/book.ts';
import type { Amounts } from './amount.ts';
import type { Locate } from './calendar.ts';
import { lowerSpending } from './spending.ts';

export function lowerWallet(
  { name, sentences, section }: Part<'points'>,
  lowered: Amounts,
  locate: Locate,
): Program['wallets'][number] {
  const conversion = sentences.find((sentence) => sentence.phrase === 'points.convert');
  const deadlines = sentences.flatMap((sentence) => deadlineOf(sentence, locate) ?? []);
  const isLatest = sentences.some((sentence) => sentence.phrase === 'expire.latest');
  return {
    name,
    rounding: sentences.some((sentence) => sentence.phrase === 'points.wholeNearest') ? 'halfUp' : 'down',
    availableAfter: sentences.find((sentence) => sentence.phrase === 'points.pending')?.slots.delay ?? null,
    expiry: deadlines.length === 0 ? null : { of: deadlines, counts: isLatest ? 'latest' : 'earliest' },
    conversion:
      conversion === undefined
        ? null
        : {
            each: lowered.points(conversion.slots.points),
            gives: lowered.money(conversion.slots.money),
            unlessKept: sentences.some((sentence) => sentence.phrase === 'points.keep'),
            at: locate(conversion.span),
          },
    spending: lowerSpending(sentences, lowered, locate),
    // Vouchers never earn (E1); the sentence about them says it aloud.
    notEarning: sentences.some((sentence) => sentence.phrase === 'points.storedValue')
      ? ['voucher', 'storedValue']
      : ['voucher'],
    at: locate(section.headerLine.span),
  };
}

/** A day that no month lacks to have after it: the last one. */
const LAST_DAY = 31;

function deadlineOf(sentence: Sentence<'points'>, locate: Locate): Deadline | null {
  const at = locate(sentence.span);
  switch (sentence.phrase) {
    case 'expire.after':
      return { kind: 'after', span: sentence.slots.span, through: 'day', at };
    case 'expire.period':
      return { kind: 'after', span: sentence.slots.span, through: sentence.slots.period, at };
    case 'expire.periodOf':
      return { kind: 'after', span: { count: 0, unit: 'day' }, through: sentence.slots.period, at };
    case 'expire.dayOfYear':
      return { kind: 'date', on: sentence.slots.day, years: Number(sentence.slots.year), at };
    case 'expire.monthOfYear':
      return { kind: 'date', on: endOf(sentence.slots.month), years: Number(sentence.slots.year), at };
    case 'expire.eachDay':
      return { kind: 'date', on: sentence.slots.day, years: 0, at };
    case 'expire.eachMonth':
      return { kind: 'date', on: endOf(sentence.slots.month), years: 0, at };
    case 'expire.idle':
      return { kind: 'idle', span: sentence.slots.span, without: [...sentence.slots.without], at };
    default:
      return null;
  }
}

function endOf(month: string): { month: number; day: number } {
  return { month: Number(month), day: LAST_DAY };
}
