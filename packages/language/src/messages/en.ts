import type { NameKind } from '../phrases/slots.ts';
import type { MissingSentence, Problem, StackingWitness, ValueKind } from '../problem.ts';
import type { Prose } from './prose.ts';

/** Problems in English, in a merchant's words. */
export function english(problem: Problem): Prose {
  switch (problem.code) {
    case 'unreadable-sentence': {
      const { text, nearest } = problem.params;
      if (nearest === null)
        return say(`I can't read \`${text}\`.`, 'Each line is one sentence of the phrase list for its section.');
      return say(`I can't read \`${text}\`. Did you mean \`${nearest}\`?`);
    }
    case 'unreadable-section': {
      const { text, nearest } = problem.params;
      if (nearest === null)
        return say(
          `I can't read \`${text}\` as the start of a section.`,
          'A section starts with its keyword, a name in quotes where it has one, and a colon: rule "Base":',
        );
      return say(`I can't read \`${text}\` as the start of a section. Did you mean \`${nearest}\`?`);
    }
    case 'new-line-needed':
      return say(`\`${problem.params.text}\` needs a line of its own.`, 'One sentence stands on one line.');
    case 'wrong-value': {
      const { text, found, wanted } = problem.params;
      return say(`\`${text}\` is ${VALUE[found]}, but ${VALUE[wanted]} is needed here.`);
    }
    case 'outside-section':
      return say(
        `\`${problem.params.text}\` stands before any section.`,
        'A file begins with: program "Your program" version "1":',
      );
    case 'unclosed-name':
      return say(
        `The name ${problem.params.text} has no closing quote.`,
        'A name begins and ends with a quote on the same line.',
      );
    case 'hidden-character':
      return say(
        `There is a character here that cannot be seen (${problem.params.codePoint}).`,
        'Delete it; it may have come along when the text was copied.',
      );
    case 'bad-zhe':
      return badZhe(problem.params.text, problem.params.why);
    case 'too-deep':
      return say(
        `Brackets are nested more than ${problem.params.most} deep here.`,
        'Use several "when" lines: all of them must hold.',
      );
    case 'too-long':
      return tooLong(problem.params.what, problem.params.most);
    case 'wrong-language':
      return say(
        `\`${problem.params.text}\` is a sentence in another language than the rest of the file.`,
        'A file is written in one language; `laurel translate` turns a whole file into the other.',
      );
    case 'unknown-name': {
      const { name, kind, nearest } = problem.params;
      return say(
        `There is no ${KIND[kind]} named "${name}".${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
        nearest === null ? `Add a section ${KIND[kind]} "${name}":` : null,
      );
    }
    case 'name-taken':
      return say(
        `There are two ${KIND[problem.params.kind]} sections named "${problem.params.name}".`,
        'Give one of them another name, or put their sentences together.',
      );
    case 'empty-name':
      return say('This name is empty.', 'Write what you call it between the quotes.');
    case 'missing-section':
      return problem.params.section === 'program'
        ? say('The file does not say which program it is.', 'Begin with: program "Your program" version "1":')
        : say('This gives points, but the file has no points section.', 'Add a section: points "points":');
    case 'repeated-section':
      return say(
        `A file has one ${problem.params.section === 'stacking' ? '"if several apply"' : problem.params.section} section; this is another one.`,
        'Move its sentences into the first one.',
      );
    case 'missing-sentence':
      return missing(problem.params.what, problem.params.name);
    case 'repeated-sentence':
      return say('This is said twice in the section.', 'Keep one of the two lines.');
    case 'goods-in-a-circle':
      return say(
        `The goods "${problem.params.name}" leave themselves out, going around in a circle.`,
        'Take away one of the "except" lines.',
      );
    case 'wrong-currency':
      return say(`This amount is in ${problem.params.found}, but the program's currency is ${problem.params.wanted}.`);
    case 'too-many-decimals': {
      const { text, most } = problem.params;
      return say(
        most === 0
          ? `\`${text}\` must be a whole number.`
          : `\`${text}\` has more than ${most} digits after the point.`,
      );
    }
    case 'no-such-date':
      return say(`There is no such date or time as \`${problem.params.text}\`.`);
    case 'no-such-zone':
      return say(
        `There is no time zone \`${problem.params.zone}\`.`,
        'Time zones are named after a city: Asia/Shanghai, Europe/London.',
      );
    case 'not-positive':
      return say(`\`${problem.params.text}\` must be more than zero here.`);
    case 'wrong-setting': {
      const { name, found, wanted } = problem.params;
      return say(`The setting "${name}" is ${VALUE[found]}, but ${VALUE[wanted]} is needed here.`);
    }
    case 'out-of-range': {
      const { value, least, most } = problem.params;
      return say(`\`${value}\` lies outside ${least} to ${most}.`);
    }
    case 'range-reversed':
      return say(
        `This range goes backwards, from ${problem.params.from} to ${problem.params.to}.`,
        'Put the smaller or earlier one first.',
      );
    case 'amount-not-known-yet':
      return say(
        `The rule "${problem.params.rule}" sets prices, but what is paid is known only after that.`,
        'Ask for the purchase at list prices instead.',
      );
    case 'stacking-needed':
      return stacking(problem.params);
    case 'example-unclear':
      return say(`The example "${problem.params.example}" cannot be played: it ${problem.params.reason}.`);
    case 'example-fails': {
      const { example, what, expected, actual } = problem.params;
      return say(
        `The example "${example}" expects ${expected} (${what}), but the rules give ${actual}.`,
        'Mend the rules, or the example, whichever is wrong.',
      );
    }
  }
}

function say(message: string, hint: string | null = null): Prose {
  return { message, hint };
}

function badZhe(text: string, why: Extract<Problem, { code: 'bad-zhe' }>['params']['why']): Prose {
  switch (why) {
    case 'all':
      return say(
        `\`${text}\` would be the full price.`,
        '折 states what is paid: 九折 is 90%. Leave the sentence out for the full price.',
      );
    case 'underOne':
      return say(`\`${text}\` is less than one 折.`, '折 goes from 1 to 9.9; write 5% for less than 10%.');
    case 'threeDigits':
      return say(`\`${text}\` has three digits.`, 'Write 8.5折, 85折 or 85% for 85%.');
    case 'unclear':
      return say(`I can't tell what share \`${text}\` is.`, 'Write 八五折, 8.5折 or 85%.');
  }
}

function tooLong(what: Extract<Problem, { code: 'too-long' }>['params']['what'], most: number): Prose {
  switch (what) {
    case 'file':
      return say(`The file is longer than ${most} characters; the rest was not read.`);
    case 'line':
      return say(`This line is longer than ${most} characters.`, 'Break it before "and" or "or".');
    case 'number':
      return say(`This number has more than ${most} digits.`);
    case 'name':
      return say(`This name is longer than ${most} characters.`);
    case 'problems':
      return say(
        `There are more than ${most} problems; the rest are not shown.`,
        'Mend the first ones and look again.',
      );
  }
}

function missing(what: MissingSentence, name: string | null): Prose {
  const who = name === null ? 'This section' : `"${name}"`;
  switch (what) {
    case 'where':
      return say(`${who} does not say its currency and time zone.`, 'Add: currency CNY, time zone Asia/Shanghai');
    case 'trigger':
      return say(`The rule ${who} does not say when it runs.`, 'Add: on every purchase');
    case 'effect':
      return say(`The rule ${who} does nothing.`, 'Add what it does, such as: give 1 point per ¥1 paid');
    case 'days':
      return say(`The calendar ${who} has no days.`, 'Add one, such as: 1 January');
    case 'tests':
      return say(
        `The goods ${who} have no sentence that says which they are.`,
        'Add one, such as: price class is regular',
      );
    case 'value':
      return say(`The setting ${who} has no value.`, 'Add one, such as: 2, from 1 to 5');
    case 'member':
      return say(`The example ${who} does not say who the member is.`, 'Add: member joined 2026-01-02');
    case 'expectation':
      return say(
        `The example ${who} expects nothing.`,
        'Add what must come out, such as: expect ¥150 paid, 300 points',
      );
  }
}

function stacking({ first, second, date, born, paid, currency, highest, add, multiply }: StackingWitness): Prose {
  const member = born === null ? 'a member' : `a member born ${born}`;
  return say(
    `"${first}" and "${second}" can meet on one purchase, and the file does not say what then. On ${date}, ${member} pays ${paid} ${currency}: the highest gives ${highest}, adding gives ${add}, multiplying gives ${multiply} points.`,
    'Add a section "if several apply:" with one of: multipliers: use the highest / multipliers: add them / multipliers: multiply them',
  );
}

const VALUE: Readonly<Record<ValueKind, string>> = {
  name: 'a name',
  number: 'a number',
  points: 'a number of points',
  money: 'an amount of money',
  share: 'a percentage',
  duration: 'a length of time',
  date: 'a date',
  monthDay: 'a day of the year',
  time: 'a time of day',
  month: 'a month',
  weekday: 'a weekday',
  zone: 'a time zone',
};

const KIND: Readonly<Record<NameKind, string>> = {
  calendar: 'calendar',
  goods: 'goods',
  setting: 'setting',
  rule: 'rule',
  points: 'points',
  program: 'program',
  example: 'example',
};
