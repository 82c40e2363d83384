import type { Entry } from '../ledger.ts';
import type { Rounding } from '../number.ts';
import { couponIn } from '../program.ts';
import type { LinePrice, MultiplierTerm, Outcome, Reason, WayNotEarning } from '../reason.ts';
import { type EarnedStory, earnedStory, type Multiplied, type RateTerm, type Stacking, shareOf } from './earned.ts';
import { benefitUsedText, useTakenBackText } from './en/benefit.ts';
import { fateText } from './en/fate.ts';
import { givenByRule, givenText, redeemedText, reversedText, undoneText } from './en/given.ts';
import { limitFreedText, limitUsedText } from './en/limit.ts';
import { membershipText, silenceText, statusText } from './en/member.ts';
import { badStateText, faultText, refusalText } from './en/refusal.ts';
import { exchangedPointsText, exchangedText, refundedText, refundText, takenBackText } from './en/return.ts';
import { figures, joined, quotedList, type Say } from './en/say.ts';
import { givenTierText, tierText } from './en/tier.ts';
import { notifyText } from './en/told.ts';
import { countedDecimal, decimalOf, exact, grouped, percentOf, signOf, times, trimmed } from './figures.ts';
import { type About, assertNever, type Words } from './words.ts';

/** The engine's data in English. */
export function english(about: About): Words {
  const say = figures(about);
  return {
    money: say.money,
    points: say.points,
    date: say.date,
    instant: say.instant,
    entry: (entry) => entryText(entry, say),
    reason: (reason) => `${capital(cause(reason, undefined, say))}.`,
    outcome: (outcome) => outcomeText(outcome, say),
    silence: (silence) => `No rule acts: ${silenceText(silence)}.`,
    refusal: (refusal) => refusalText(refusal, say),
    fault: (fault) => faultText(fault, say),
    notNew: ({ atMs, rank, id }) =>
      rank < 0
        ? `Nothing changed: the account already stands at ${say.instant(atMs)}, and this comes no later.`
        : `Nothing changed: the account has seen event "${id}" of ${say.instant(atMs)}, and this comes no later.`,
    fate: (fate) => fateText(fate, say),
    badState: (problem) => badStateText(problem, say),
    status: statusText,
  };
}

function entryText({ from, to, amount, wallet, reason }: Entry, say: Say): string {
  const arrives = from === 'issued' || to === 'available';
  const why = whyOf(reason, { from, to }, arrives, wallet, say);
  const later = to === 'pending' ? '; pending' : '';
  return `${signOf(from, to)}${say.amount(amount, wallet)}: ${why}${later}.`;
}

type Way = Pick<Entry, 'from' | 'to'>;

function whyOf(reason: Reason, { from, to }: Way, arrives: boolean, wallet: string, say: Say): string {
  if (reason.kind === 'converted') return halfOfConversion(reason, arrives, say);
  return reason.kind === 'takenBack' ? takenBackText(reason, from, to) : cause(reason, wallet, say);
}

function cause(reason: Reason, wallet: string | undefined, say: Say): string {
  switch (reason.kind) {
    case 'earned':
      return earnedText(earnedStory(reason, say.about.currency.minorDigits), wallet, say);
    case 'converted': {
      const { taken, given, terms } = conversion(reason, say);
      return `${taken} became ${given} stored value (${terms})`;
    }
    case 'takenBack':
      return takenBackText(reason, 'available', 'takenBack');
    case 'exchanged':
      return exchangedPointsText(reason.purchase);
    case 'given':
      return givenByRule(reason, wallet, say);
    case 'givenPerFact':
      return `given by rule "${reason.rule}": ${say.statedPoints(reason.each, wallet)} for each of ${trimmed(reason.many)} "${reason.fact}"`;
    case 'referralChanged':
      return `what came back or was exchanged of purchase "${reason.purchase}" of ${reason.member} changes this`;
    case 'becameAvailable':
      return 'can be used from now on';
    case 'expired':
      return `expired after ${say.date(reason.lastDay)}`;
    case 'repaid':
      return 'set against what was owed';
    case 'refunded':
      return refundedText(reason.purchase, couponIn(wallet ?? '') !== null);
    case 'redeemed':
      return redeemedText(reason);
    case 'reversed':
      return undoneText(reason);
    case 'paidWith':
      return couponIn(wallet ?? '') === null ? 'paid towards a purchase' : 'used on a purchase';
    case 'toppedUp':
      return 'topped up';
    case 'adjusted':
      return `adjusted by ${reason.by === null ? 'staff' : `"${reason.by}"`}; reason given: "${reason.reason}"`;
    default:
      return assertNever(reason);
  }
}

type Converted = Extract<Reason, { kind: 'converted' }>;

/** A conversion is two entries: the amount that one of them opens with is not said again. */
function halfOfConversion(reason: Converted, arrives: boolean, say: Say): string {
  const { taken, given, terms } = conversion(reason, say);
  return arrives ? `from ${taken} (${terms})` : `turned into ${given} stored value (${terms})`;
}

function conversion({ each, gives, times: count, wallet }: Converted, say: Say) {
  const all = (one: string) => decimalOf(times(exact(one), exact(String(count))));
  const terms = `every ${say.statedPoints(each, wallet)} ${trimmed(each) === '1' ? 'becomes' : 'become'} ${say.stated(gives)}`;
  return { taken: say.statedPoints(all(each), wallet), given: say.stated(all(gives)), terms };
}

function earnedText(story: EarnedStory, wallet: string | undefined, say: Say): string {
  const { rates, fixed, notEarning, before, rounding } = story;
  const award: Award = (amount) => (story.unit === 'money' ? say.stated(amount) : say.statedPoints(amount, wallet));
  const rateTexts = rates.map((rate) => `${rateText(rate, story.unit, award, say)} (rule "${rate.rule}")`);
  const fixedTexts = fixed.map(({ points, rule }) => `${award(points)} (rule "${rule}")`);
  const parts = [
    rateTexts.length === 0 ? '' : `${joined(rateTexts, 'and')}${multipliedText(story.multiplied)}`,
    joined(fixedTexts, 'and'),
  ];
  const awards = parts.filter((part) => part !== '').join(', plus ');
  const without =
    notEarning === null ? '' : `; ${say.money(notEarning.amount)} paid by ${waysText(notEarning.by)} earns nothing`;
  const rounded = before === null ? '' : `; ${grouped(before, 4)} before rounding, ${roundedText(rounding)}`;
  return `${awards}${outdoneText(story)}${without}${rounded}`;
}

/** An award as the file states it. */
type Award = (amount: string) => string;

/** `1 point per full ¥10 on ¥95.00 paid for "Tea"`. */
function rateText(rate: RateTerm, unit: EarnedStory['unit'], award: Award, say: Say): string {
  const { points, per, basis, measure, goods, full } = rate;
  const each = full ? 'per full' : 'per';
  const given = award(points);
  if (measure === 'quantity' || typeof basis === 'string') {
    const items = goods === null ? 'items' : `items of "${goods}"`;
    return `${given} ${each} ${trimmed(per) === '1' ? 'item' : `${trimmed(per)} items`} on ${basis} ${items}`;
  }
  const share = shareOf(rate, unit);
  const terms = share === null ? `${given} ${each} ${say.stated(per)} on` : `${share}% of`;
  return `${terms} ${say.money(basis)} ${MEASURES[measure]}${goods === null ? '' : ` for "${goods}"`}`;
}

const MEASURES: Readonly<Record<Exclude<RateTerm['measure'], 'quantity'>, string>> = {
  paid: 'paid',
  listPrice: 'at list prices',
};

const WAYS: Readonly<Record<WayNotEarning, string>> = {
  voucher: 'voucher',
  storedValue: 'stored value',
  points: 'points',
};

function waysText(ways: readonly WayNotEarning[]): string {
  return joined(
    ways.map((way) => WAYS[way]),
    'or',
  );
}

function multipliedText(multiplied: Multiplied | null): string {
  switch (multiplied?.kind) {
    case undefined:
      return '';
    case 'one': {
      const { term } = multiplied;
      return `, ${multipliedBy(term)} by "${term.rule}"${term.goods === null ? '' : ` on "${term.goods}" goods`}`;
    }
    case 'alike': {
      const { terms, goods, factor, stacking } = multiplied;
      const each = terms.map((term) => `"${term.rule}" (×${trimmed(term.by)})`);
      const where = goods === null ? '' : ` on "${goods}" goods`;
      return `, times ${factor}${where}: ${joined(each, 'and')} ${TOGETHER[stacking]}`;
    }
    case 'mixed': {
      const { terms, stacking } = multiplied;
      const each = terms.map(
        ({ rule, by, goods }) => `"${rule}" (×${trimmed(by)} on ${goods === null ? 'all' : `"${goods}"`} goods)`,
      );
      return `, with ${joined(each, 'and')}, ${WHERE_THEY_MEET[stacking]}`;
    }
    default:
      return assertNever(multiplied);
  }
}

const WHERE_THEY_MEET: Readonly<Record<Stacking, string>> = {
  highest: 'only the highest where they meet',
  add: 'adding up where they meet',
  multiply: 'multiplying where they meet',
};

const TOGETHER: Readonly<Record<Exclude<Stacking, 'highest'>, string>> = {
  add: 'add up, the base counted once',
  multiply: 'multiply',
};

function multipliedBy({ by }: MultiplierTerm): string {
  const factor = trimmed(by);
  return factor === '2' ? 'doubled' : factor === '3' ? 'tripled' : `multiplied by ${factor}`;
}

function outdoneText({ outdone }: EarnedStory): string {
  if (outdone.length === 0) return '';
  const each = outdone.map(({ rule, goods }) => `"${rule}"${goods === null ? '' : ` (on "${goods}" goods)`}`);
  return `; ${joined(each, 'and')} also held, and only the highest multiplier counts`;
}

function roundedText(rounding: Rounding): string {
  switch (rounding) {
    case 'down':
      return 'rounded down';
    case 'up':
      return 'rounded up';
    case 'halfUp':
      return 'rounded to the nearest whole';
    default:
      return assertNever(rounding);
  }
}

function outcomeText(outcome: Outcome, say: Say): string {
  switch (outcome.kind) {
    case 'priced': {
      const lines = outcome.lines.map((line) => lineText(line, say));
      const off = outcome.off.map(({ kind, by, amount, beyond }) => {
        const cut = beyond === 0 ? '' : `, which takes no more off; ${say.money(beyond)} was beyond that`;
        return `${say.money(amount)} off by ${kind} "${by.rule}"${cut}.`;
      });
      const total = lines.length > 1 ? [`${say.money(outcome.total)} in all.`] : [];
      return [...lines, ...off, ...total, ...deliveryText(outcome, say)].join(' ');
    }
    case 'paidDiffers': {
      const by = outcome.paid - outcome.quoted;
      const difference = `${say.money(Math.abs(by))} ${by < 0 ? 'less' : 'more'}`;
      const amounts = `${say.money(outcome.quoted)} was quoted and ${say.money(outcome.paid)} was paid, ${difference}`;
      const rules = quotedList(
        outcome.by.map(({ rule }) => rule),
        'and',
      );
      return outcome.by.length === 0
        ? `${amounts}; what was paid stands.`
        : `${amounts}; staff set the price, as ${rules} ${outcome.by.length === 1 ? 'lets' : 'let'} them.`;
    }
    case 'membership':
      return membershipText(outcome, say);
    case 'cardReplaced':
      return 'The lost card is replaced; balance and history go on.';
    case 'tier':
      return tierText(outcome, say);
    case 'tierGiven':
      return givenTierText(outcome, say);
    case 'silent':
      return `No rule acts: ${silenceText(outcome.why)}.`;
    case 'limitUsed':
      return limitUsedText(outcome, say);
    case 'limitFreed':
      return limitFreedText(outcome.rule);
    case 'exchanged':
      return [...outcome.lines.map((line) => lineText(line, say)), exchangedText(outcome, say)].join(' ');
    case 'given':
      return givenText(outcome, say);
    case 'reversed':
      return reversedText(outcome);
    case 'notify':
      return notifyText(outcome);
    case 'benefitUsed':
      return benefitUsedText(outcome, say);
    case 'useTakenBack':
      return useTakenBackText(outcome);
    case 'refund':
      return refundText(outcome, say);
    default:
      return assertNever(outcome);
  }
}

function lineText({ line, list, price: left, by, share, set, held, off }: LinePrice, say: Say): string {
  const start = `Line ${line + 1}: ${say.money(list)}`;
  const price = left + off;
  const floor = held === null ? '' : `, not below ${percentOf(held)}%`;
  const less = off === 0 ? floor : `, less ${say.money(off)}: ${say.money(left)}${floor}`;
  if (set !== null) {
    const others =
      by === null ? '' : `, the others ${share === null ? '' : `${paidShare(share)} `}by rule "${by.rule}"`;
    return `${start} → ${say.money(price)}, ${setText(set)}${others}${less}.`;
  }
  if (by === null) return `${start}, the list price${less}.`;
  const whose = share === null ? `by rule "${by.rule}"` : `${paidShare(share)} by rule "${by.rule}"`;
  const before = share === null ? null : times(exact(countedDecimal(list, say.about)), exact(share));
  const isExact = held !== null || before === null || decimalOf(before) === trimmed(countedDecimal(price, say.about));
  const rounded = isExact ? '' : ` (${say.stated(decimalOf(before))} before rounding)`;
  return `${start} → ${say.money(price)}, ${whose}${rounded}${less}.`;
}

function setText({ by, items, share }: NonNullable<LinePrice['set']>): string {
  const many = `${items} ${items === 1 ? 'item' : 'items'}`;
  return `${many} ${share === null ? '' : `${paidShare(share, 'at ')} `}by rule "${by.rule}"`;
}

/** What of the list price is paid. */
function paidShare(share: string, at = ''): string {
  const percent = percentOf(share);
  return percent === '0' ? 'free' : `${at}${percent}%`;
}

function deliveryText({ delivery }: Extract<Outcome, { kind: 'priced' }>, say: Say): string[] {
  if (delivery === null) return [];
  const { list, by } = delivery;
  return [by === null ? `Delivery: ${say.money(list)}.` : `Delivery: ${say.money(list)} → free, by rule "${by.rule}".`];
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
