import type { Program } from '@laurel/engine/program';
import { readScenario, type Scenario } from '@laurel/engine/scenario';
import type { Model, Part } from '../2-check/model.ts';
import { statedText } from '../2-check/stated.ts';
import type { Sentence } from '../phrases/book.ts';
import type { MoneyValue, PointsValue } from '../phrases/slots.ts';
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
  const history: Record<string, unknown>[] = [];
  let member: Form = {};
  for (const sentence of sentences) {
    switch (sentence.phrase) {
      case 'example.member':
        member = { born: sentence.slots.born, joins: `${sentence.slots.joined} 00:00` };
        break;
      case 'example.memberPlain':
        member = { joins: `${sentence.slots.joined} 00:00` };
        break;
      case 'example.buys': {
        const { date, time, goods, money } = sentence.slots;
        history.push({ [`${date} ${time} buys`]: { [goods]: amountOf(money) } });
        break;
      }
      case 'example.spends': {
        const { date, time, money } = sentence.slots;
        history.push({ [`${date} ${time} buys`]: amountOf(money) });
        break;
      }
      case 'example.expectPurchase':
      case 'example.expectBalance': {
        const last = history[history.length - 1];
        if (last !== undefined) last['expect'] = { ...Object(last['expect']), ...expectation(sentence) };
        break;
      }
    }
  }
  return { scenario: name, member, history };
}

type Expecting = Extract<Sentence<'example'>, { phrase: 'example.expectPurchase' | 'example.expectBalance' }>;

function expectation({ phrase, slots }: Expecting): Form {
  const [money, points] = [amountOf(slots.money), amountOf(slots.points)];
  return phrase === 'example.expectPurchase' ? { paid: money, earned: points } : { points, 'stored value': money };
}

function amountOf(value: MoneyValue | PointsValue): string {
  return statedText(value) ?? '0';
}
