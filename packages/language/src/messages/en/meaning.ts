import type { ProblemParams, StackingWitness } from '../../problem.ts';
import { date, money, points, weekday } from '../figures.ts';
import { type MeaningProblem, type Prose, say } from '../telling.ts';
import { unclearAs } from '../unclear.ts';
import { FACTS } from './kinds.ts';

export function meaning(problem: MeaningProblem): Prose {
  switch (problem.code) {
    case 'amount-not-known-yet':
      return say(
        `The rule "${problem.params.rule}" sets prices, so it cannot ask how much is paid: that is known only after the prices.`,
        'Ask instead, such as: when the purchase at list prices is at least ¥100',
      );
    case 'rate-or-full': {
      const { points: each, money: per, currency, spent, inProportion, byFull } = problem.params;
      const amount = money(per, currency, 'en');
      return say(
        `${points(each, 'points', 'en')} per ${amount} counts in proportion: ${money(spent, currency, 'en')} gives ${inProportion} points before rounding, while per full ${amount} it would give ${byFull}.`,
        `For full amounts write: per full ${amount}. To keep the proportion without this warning, state what 1 unit of money gives, or a smaller amount that gives 1 point.`,
      );
    }
    case 'off-too-much':
      return offTooMuch(problem.params);
    case 'not-such-a-fact':
      return notSuchAFact(problem.params);
    case 'no-such-event-fact':
      return noSuchEventFact(problem.params);
    case 'for-the-referrer':
      return forTheReferrer(problem.params);
    case 'needs-a-purchase':
      return needsAPurchase(problem.params);
    case 'award-on-a-purchase':
      return say(
        `The rule "${problem.params.rule}" runs on purchases, and this goes by what was measured over a time that is not over then.`,
        'Say when it is given, such as: at the end of the month',
      );
    case 'tiers-out-of-order': {
      const { tier, lower } = problem.params;
      return say(
        `"${tier}" takes no more than "${lower}", which stands before it, so nobody would ever stop at "${lower}".`,
        'Put the tiers in order, the lowest first, each with a higher threshold than the one before.',
      );
    }
    case 'not-for-tiers':
      return say(
        'Tiers are also looked at without a purchase, so this cannot be asked here.',
        'Ask for what was spent, bought, visited or earned over a time, such as: the spend this year is at least ¥5,000',
      );
    case 'lapse-undone':
      return say(
        'Whoever loses a tier by staying away would get it back with the next purchase: what was counted before still counts.',
        'Say instead: climbing goes on from the threshold of the tier that is left. Or: climbing starts again from nothing.',
      );
    case 'stacking-needed':
      return stacking(problem.params);
    case 'expires-before-available': {
      const { earned, available, last, always } = problem.params;
      const shown = [earned, available, last].map((each) => date(each, 'en') ?? each);
      return say(
        `Points ${always ? '' : 'of some days '}expire before they can be used: earned on ${shown[0]}, they can be used from ${shown[1]}, and only through ${shown[2]}.`,
        'Let them be usable sooner, or expire later.',
      );
    }
    case 'example-unclear':
      return unclear(problem.params);
    case 'example-fails':
      return say(
        `In the example "${problem.params.example}", ${failed(problem.params)}.`,
        'Mend the rules or the example, whichever is wrong.',
      );
  }
}

function needsAPurchase({ name, kind }: ProblemParams['needs-a-purchase']): Prose {
  if (kind === 'benefit') {
    return say(
      `The benefit "${name}" is used by itself, so there is nothing bought that this could be about.`,
      'Ask for what was before, such as: when the spend this year is at least ¥1,000',
    );
  }
  return say(
    `The rule "${name}" does not wait for a purchase, so there is nothing bought that this could be about.`,
    'Let it run on purchases, or give a fixed number of points, such as: give 50 points',
  );
}

function notSuchAFact({ of, name, kind, wanted }: ProblemParams['not-such-a-fact']): Prose {
  return say(
    `"${name}" is ${FACTS[kind]} of the ${of}, and this asks for ${wanted.map((each) => FACTS[each]).join(' or ')}.`,
    `Ask for it in the way that fits, or change what it is in the section of the ${of}.`,
  );
}

function noSuchEventFact({ name, fact, event }: ProblemParams['no-such-event-fact']): Prose {
  if (event !== null)
    return say(`The event "${event}" does not tell "${fact}".`, `Add it to the section: event "${event}":`);
  return say(
    `"${name ?? ''}" does not wait for an event, so there is no "${fact}" that it could ask for.`,
    'Only a rule that runs on an event knows what the event tells, such as: on every "Stay"',
  );
}

function stacking({ first, second, date: on, born, paid, currency, highest, add, multiply }: StackingWitness): Prose {
  const member = born === null ? 'a member' : `a member born on ${date(born, 'en') ?? born}`;
  return say(
    `"${first}" and "${second}" can meet on one purchase, and the file does not say what then. On ${weekday(on, 'en')} ${date(on, 'en') ?? on}, ${member} pays ${money(paid, currency, 'en')}: the highest gives ${points(highest, 'points', 'en')}, adding gives ${points(add, 'points', 'en')}, multiplying gives ${points(multiply, 'points', 'en')}.`,
    'In the section "if several apply:", add one of: multipliers: use the highest / multipliers: add them / multipliers: multiply them',
  );
}

function unclear({ example, reason }: ProblemParams['example-unclear']): Prose {
  const found = unclearAs(reason);
  const it = `The example "${example}"`;
  switch (found.kind) {
    case 'nothingHappens':
      return say(
        `In the example "${example}" nothing happens.`,
        'Add a purchase, such as: 2026-05-10 12:00 spends ¥100',
      );
    case 'noSuchItem':
      return say(
        `${it} buys goods "${found.goods}", but no item can belong to them: what they are and what they leave out do not go together.`,
        `Look at the section: goods "${found.goods}":`,
      );
    case 'outOfOrder':
      return say(
        `${it} goes back in time: a later step stands before an earlier one.`,
        'Put the steps in the order in which they happen.',
      );
    case 'skippedTime':
      return say(
        `${it} has a time that does not exist: ${found.time} is skipped when the clocks go forward.`,
        'Choose another time.',
      );
    case 'noPoints':
      return say(`${it} expects points, but the file has no points section.`, 'Add a section: points "points":');
    case 'other':
      return say(`${it} cannot be played.`, found.reason);
  }
}

/** What was looked at comes as a scenario names it: `paid`, `earned points`, a wallet, `refused because`. */
function failed({ what, currency, expected, actual }: ProblemParams['example-fails']): string {
  const sum = (decimal: string) => money(decimal, currency, 'en');
  const [, wallet] = /^earned (.+)$/.exec(what) ?? [];
  if (wallet !== undefined) {
    return `a purchase should earn ${points(expected, wallet, 'en')}, but by the rules it earns ${points(actual, wallet, 'en')}`;
  }
  switch (what) {
    case 'paid':
      return `a purchase should cost ${sum(expected)}, but by the rules it costs ${sum(actual)}`;
    case 'stored value':
      return `the stored value should be ${sum(expected)}, but by the rules it is ${sum(actual)}`;
    case 'refused because':
      return `something cannot happen: ${refused(actual)}`;
    default:
      return `the balance should be ${points(expected, what, 'en')}, but by the rules it is ${points(actual, what, 'en')}`;
  }
}

function refused(code: string): string {
  if (code === 'no-version') return 'it comes before the day from which the program is effective';
  return /^bad-event|amount-too-large/.test(code) ? 'an amount is too large' : code;
}

function forTheReferrer({ rule, onReferral }: ProblemParams['for-the-referrer']): Prose {
  return onReferral
    ? say(
        `The rule "${rule}" is about what a referred member buys: what it gives goes to the referrer, and nothing else can happen.`,
        'Say so, such as: give the referrer 200 points',
      )
    : say(
        `The rule "${rule}" knows no referrer: only a rule about what referred members buy gives something to one.`,
        "Let it run on a referred member's first purchase, or on every purchase of a referred member.",
      );
}

function offTooMuch({ amount, than, currency, is }: ProblemParams['off-too-much']): Prose {
  const [off, bound] = [money(amount, currency, 'en'), money(than, currency, 'en')];
  return is === 'threshold'
    ? say(
        `${off} off a purchase of ${bound} makes it free, from ${bound} on.`,
        `If that is not meant, take off less than ${bound}, or let the purchase come to more than ${off}.`,
      )
    : say(
        `The rule takes at most ${bound} off, so that ${off} is never taken off whole.`,
        `Take off no more than ${bound}, or at most ${off}.`,
      );
}
