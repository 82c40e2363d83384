import type { Program } from '@laurel/engine/program';
import { readScenario, type Scenario } from '@laurel/engine/scenario';
import type { Model, Part } from '../2-check/model.ts';
import { statedText } from '../2-check/stated.ts';
import type { IdIn, Sentence } from '../phrases/book.ts';
import type { MoneyValue, PointsValue } from '../phrases/values.ts';
import { type Problem, problem } from '../problem.ts';

/** The file's own examples: each becomes a scenario in the same plain form that scenario files have. */
export interface LoweredExamples {
  readonly examples: readonly Scenario[];
  readonly problems: readonly Problem[];
}

export function lowerExamples(model: Model, program: Program): LoweredExamples {
  const examples: Scenario[] = [];
  const problems: Problem[] = [];
  for (const part of model.example) {
    const reading = readScenario(scenarioForm(part), program);
    if (reading.ok) examples.push(reading.value);
    else {
      const [misfit] = reading.misfits;
      const reason = misfit?.reason ?? '';
      problems.push(problem('example-unclear', part.section.headerLine.span, { example: part.name, reason }));
    }
  }
  return { examples, problems };
}

type Form = Readonly<Record<string, unknown>>;

/** The example as somebody would write it in a scenario file. */
function scenarioForm({ name, sentences }: Part<'example'>): Form {
  const history: Step[] = [];
  let member: Form = {};
  let joined = '';
  // Where nothing is bought, or a purchase is expected before one, there is nothing to play.
  const happens = sentences.some(({ phrase }) => HAPPENS.has(phrase));
  let isEarly = !happens;
  for (const sentence of sentences) {
    switch (sentence.phrase) {
      case 'example.member':
        joined = sentence.slots.joined;
        member = { born: sentence.slots.born, joins: `${joined} 00:00` };
        break;
      case 'example.memberPlain':
        joined = sentence.slots.joined;
        member = { joins: `${joined} 00:00` };
        break;
      case 'example.buys': {
        const { date, time, goods, money } = sentence.slots;
        history.push({ [`${date} ${time} buys`]: { [goods]: amountOf(money) } });
        break;
      }
      case 'example.asks': {
        const { date, time, goods, money, wish } = sentence.slots;
        history.push({ [`${date} ${time} buys`]: { [goods]: amountOf(money) }, 'asks for': wish });
        break;
      }
      case 'example.spends': {
        const { date, time, money } = sentence.slots;
        history.push({ [`${date} ${time} buys`]: amountOf(money) });
        break;
      }
      case 'example.expectPurchase':
      case 'example.expectBalance': {
        if (history.length === 0 && sentence.phrase === 'example.expectPurchase') isEarly = true;
        else expectAtEnd(history, joined, expectation(sentence));
        break;
      }
    }
  }
  return { scenario: name, member, history: isEarly ? [] : history };
}

/** Sentences by which something is bought. */
const HAPPENS: ReadonlySet<IdIn<'example'>> = new Set(['example.buys', 'example.asks', 'example.spends']);

interface Step {
  readonly [words: string]: unknown;
  expect?: Form;
}

/** What is expected belongs to the step before; before anything has happened, to the moment of joining. */
function expectAtEnd(history: Step[], joined: string, expect: Form): void {
  const last = history[history.length - 1];
  if (last === undefined) history.push({ [`${joined} 00:00 expect`]: expect });
  else last.expect = { ...last.expect, ...expect };
}

type Expecting = Extract<Sentence<'example'>, { phrase: 'example.expectPurchase' | 'example.expectBalance' }>;

function expectation({ phrase, slots }: Expecting): Form {
  const [money, points] = [amountOf(slots.money), amountOf(slots.points)];
  return phrase === 'example.expectPurchase' ? { paid: money, earned: points } : { points, 'stored value': money };
}

function amountOf(value: MoneyValue | PointsValue): string {
  return statedText(value) ?? '0';
}
