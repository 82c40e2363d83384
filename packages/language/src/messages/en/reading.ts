import type { ProblemParams } from '../../problem.ts';
import { grouped, shown } from '../figures.ts';
import { type Prose, type ReadingProblem, say } from '../telling.ts';
import { SUCH_AS, VALUE } from './kinds.ts';

export function reading(problem: ReadingProblem): Prose {
  switch (problem.code) {
    case 'unreadable-sentence':
      return unreadable(problem.params);
    case 'unreadable-section': {
      const { text, nearest } = problem.params;
      const message = `I can't read \`${shown(text)}\` as the start of a section.`;
      if (nearest !== null) return say(`${message} Did you mean \`${nearest}\`?`);
      return say(
        message,
        'A section starts with a word such as rule or goods, then its name in quotes and a colon: rule "Base":',
      );
    }
    case 'new-line-needed':
      return say(`\`${shown(problem.params.text)}\` needs a line of its own.`, 'Write one sentence per line.');
    case 'wrong-value': {
      const { text, found, wanted } = problem.params;
      return say(
        `\`${text}\` is ${VALUE[found]}, but ${VALUE[wanted]} is needed here.`,
        `Write, for example: ${SUCH_AS[wanted]}`,
      );
    }
    case 'outside-section':
      return say(
        `\`${shown(problem.params.text)}\` stands before any section.`,
        'A file begins with: program "Your program" version "1":',
      );
    case 'unclosed-name':
      return say(
        `The name ${shown(problem.params.text)} has no closing quote.`,
        'A name begins and ends with a quote, both on the same line.',
      );
    case 'hidden-character':
      return hidden(problem.params.codePoint);
    case 'bad-zhe':
      return badZhe(problem.params);
    case 'too-deep':
      return say(
        `Conditions stand inside one another here, more than ${problem.params.most} deep.`,
        'Split it into several "when" lines; all of them must hold.',
      );
    case 'too-long':
      return tooLong(problem.params);
    case 'wrong-language':
      return say(
        `\`${shown(problem.params.text)}\` is in another language than the rest of the file.`,
        'Write it in the language of the file; `laurel translate` turns a whole file into the other one.',
      );
  }
}

function unreadable({ text, nearest, related }: ProblemParams['unreadable-sentence']): Prose {
  const message = `I can't read \`${shown(text)}\`.`;
  if (nearest === null && related.length > 0) {
    return say(message, `Sentences about such things: ${related.map((sentence) => `\`${sentence}\``).join(', ')}`);
  }
  if (nearest === null) {
    return say(message, 'Each section has its own sentences, one to a line; find the one that says this.');
  }
  const lines = nearest.split('\n').map((line) => `\`${line}\``);
  return say(`${message} Did you mean ${lines.length > 1 ? 'two lines: ' : ''}${lines.join(' and ')}?`);
}

/** Most of them nobody can see; some are letters of another alphabet that look like ours. */
function hidden(codePoint: string): Prose {
  const letter = String.fromCodePoint(Number.parseInt(codePoint.slice(2), 16));
  if (/\p{L}/u.test(letter)) {
    return say(
      `The letter \`${letter}\` only looks like one of the Latin alphabet (${codePoint}).`,
      'Type the word again; the letter may have come along when the text was copied.',
    );
  }
  return say(
    `There is a character here that cannot be seen (${codePoint}).`,
    'Delete it; it may have come along when the text was copied.',
  );
}

function badZhe({ text, why }: ProblemParams['bad-zhe']): Prose {
  switch (why) {
    case 'all':
      return say(
        `\`${text}\` is the full price.`,
        '折 says how much is paid: 九折 is 90%. For the full price, leave the sentence out.',
      );
    case 'underOne':
      return say(
        `\`${text}\` is less than one 折, a tenth of the price.`,
        'Below 10%, write a percentage, such as: 5%',
      );
    case 'threeDigits':
      return say(
        `\`${text}\` has three digits, and 折 takes at most two.`,
        'For 85%, write 八五折, 85折 or 8.5折; for anything finer, a percentage, such as: 85.5%',
      );
    case 'unclear':
      return say(`I can't tell how much is paid at \`${text}\`.`, 'For 85%, write 八五折, 85折 or 8.5折.');
  }
}

function tooLong({ what, most: limit }: ProblemParams['too-long']): Prose {
  const most = grouped(String(limit), 'en');
  switch (what) {
    case 'file':
      return say(
        `The file is longer than ${most} characters; the rest was not read.`,
        'A program takes a page or two: look for something that was pasted in by mistake.',
      );
    case 'line':
      return say(
        `This sentence is longer than ${most} characters.`,
        'Say it in several shorter ones; several "when" lines must all hold.',
      );
    case 'number':
      return say(`This number has more than ${most} digits.`, 'Look for a key that was held down too long.');
    case 'name':
      return say(
        `This name is longer than ${most} characters.`,
        'Choose a shorter one; a comment after # can say the rest.',
      );
    case 'problems':
      return say(
        `There are more than ${most} problems; the rest are not shown.`,
        'Mend the first ones and look again.',
      );
  }
}
