import type { BadState } from '../../codec.ts';
import type { Fault } from '../../event.ts';
import type { Refusal } from '../../reason.ts';
import { isAboutBenefits } from '../benefit.ts';
import { isAboutEvents } from '../declared-event.ts';
import { choiceOf, DATE_EXAMPLE, type Field, fieldOf, INSTANT_EXAMPLE, unknownFields, type Whole } from '../field.ts';
import { grouped, isStoredValue } from '../figures.ts';
import { isAboutSpending } from '../spending.ts';
import { assertNever } from '../words.ts';
import { benefitRefusalText } from './benefit.ts';
import { couponText, isAboutCoupon } from './coupon.ts';
import { eventRefusalText } from './declared-event.ts';
import { silenceText, statusText } from './member.ts';
import { joined, quotedList, type Say } from './say.ts';
import { spendingRefusalText } from './spending.ts';
import { factRefusalText } from './told.ts';

export function refusalText(refusal: Refusal, say: Say): string {
  if (isAboutEvents(refusal)) return eventRefusalText(refusal);
  if (isAboutSpending(refusal)) return spendingRefusalText(refusal, say);
  if (isAboutBenefits(refusal)) return benefitRefusalText(refusal, say);
  if (isAboutCoupon(refusal)) return couponText(refusal, say);
  switch (refusal.code) {
    case 'bad-event':
      return faultText(refusal.fault, say);
    case 'wrong-account':
      return `The event belongs to account "${refusal.account}" and was given to account "${refusal.expected}"; give it to its own.`;
    case 'already-member':
      return `The customer cannot join twice (now: ${statusText(refusal.status)}); only after leaving can one join again.`;
    case 'unknown-tier':
      return refusal.known.length === 0
        ? `The program has no tiers, so "${refusal.tier}" cannot be given.`
        : `The program has no tier "${refusal.tier}"; it has ${quotedList(refusal.known, 'and')}.`;
    case 'not-a-member':
      return `This takes a member (now: ${statusText(refusal.status)}); let the customer join first.`;
    case 'paid-mismatch': {
      const difference = say.money(Math.abs(refusal.lines - refusal.tenders));
      return `The lines say that ${say.money(refusal.lines)} was paid, and the tenders come to ${say.money(refusal.tenders)}: ${difference} apart; correct \`paid\` in the lines, or \`tenders\`.`;
    }
    case 'beyond-discretion':
      return discretionText(refusal, say);
    case 'unknown-wallet':
      return `The program has no wallet "${refusal.wallet}"; it has ${quotedList(refusal.known, 'and')}.`;
    case 'not-enough':
      return notEnoughText(refusal, say);
    case 'unknown-wish':
      return refusal.known.length === 0
        ? `Nothing named "${refusal.wish}" can be asked for: the program offers nothing on request; leave it out of \`asks\`.`
        : `Nothing named "${refusal.wish}" can be asked for; what can be is ${quotedList(refusal.known, 'or')}.`;
    case 'points-cannot-pay':
      return 'Points cannot pay for a purchase in this program; settle that part of `tenders` in another way.';
    case 'unknown-fact':
    case 'wrong-fact':
      return factRefusalText(refusal);
    case 'no-version':
      return `No version of the program was in force on ${say.instant(refusal.atMs)}; load one that was.`;
    case 'unknown-purchase':
      return `No purchase "${refusal.purchase}" of this account is known; check the number on the receipt.`;
    case 'not-the-original':
      return `What was handed in as purchase "${refusal.purchase}" is not what was bought; hand in the event as it stands in the log.`;
    case 'return-period-over':
      return `The time for returning goods from purchase "${refusal.purchase}" is over.`;
    case 'no-such-line':
      return `The purchase has no line ${refusal.line}; its last is line ${refusal.lines}.`;
    case 'more-than-bought':
      return moreThanBoughtText(refusal);
    case 'identity-needed':
      return 'Joining takes an identity document, and none was given; put its number into `identity`.';
    case 'identity-taken':
      return `The identity document "${refusal.identity}" already has a membership; there is only one for each.`;
    case 'identity-not-checked':
      return "A lost card is replaced only after an identity check; check the member's document and set `identityChecked`.";
    case 'card-not-replaced':
      return 'A lost card is not replaced in this program.';
    case 'not-transferable':
      return `A membership stays with its account and cannot be passed on; "${refusal.other}" has to join for itself.`;
    case 'proof-missing':
      return `Goods come back only with the ${joined(refusal.missing, 'and')}, which the customer did not show.`;
    case 'too-late':
      return `The account is already past ${say.instant(refusal.atMs)}; choose a later time.`;
    case 'amount-too-large':
      return 'An amount, or the balance that it leads to, is too large to be counted exactly; check quantities and prices for slips.';
    default:
      return assertNever(refusal);
  }
}

function moreThanBoughtText({ line, left }: Extract<Refusal, { code: 'more-than-bought' }>): string {
  return left === '0'
    ? `Nothing of line ${line} is left to return.`
    : `Of line ${line}, ${left} can still be returned; choose a quantity above 0 and no larger than that.`;
}

function notEnoughText(refusal: Extract<Refusal, { code: 'not-enough' }>, say: Say): string {
  const { wallet, available, needed } = refusal;
  const short = isStoredValue(wallet) ? say.money(needed - available) : say.points(needed - available, wallet);
  return `${say.amount(needed, wallet)} needed and only ${say.amount(available, wallet)} available: ${short} short; take no more than there is.`;
}

type BeyondDiscretion = Extract<Refusal, { code: 'beyond-discretion' }>;

function discretionText({ line, paid, price, least, most, silence }: BeyondDiscretion, say: Say): string {
  const taken = `Line ${line} costs ${say.money(price)}, and ${say.money(paid)} was taken`;
  if (silence !== null)
    return `${taken}: staff cannot set a price, because ${silenceText(silence)}; take the price as it is.`;
  return least === null || most === null
    ? `${taken}: no rule lets staff set a price here; take the price as it is.`
    : `${taken}: staff may go from ${say.money(least)} to ${say.money(most)}; stay within that, or take the price as it is.`;
}

export function faultText(fault: Fault, say: Say): string {
  const { what, mend } = wrongWith(fault, 'event', say);
  return `${what}${mend === null ? '' : `; ${mend}`}.`;
}

const WHOLE: Readonly<Record<Whole, string>> = { event: 'The event', savedAccount: 'it' };

/** What does not fit, and how to mend it where what is said of it does not tell already. */
interface Wrong {
  readonly what: string;
  readonly mend: string | null;
}

function wrongWith(fault: Fault, whole: Whole, say: Say): Wrong {
  const field = fieldOf(fault, whole);
  const subject = field.path === '' ? WHOLE[whole] : fieldName(field);
  const [size] = fault.allowed ?? [];
  switch (fault.code) {
    case 'notJson':
      return { what: `${subject} cannot be read as JSON`, mend: 'check its quotes, commas and brackets' };
    case 'missing':
      return missing(field, whole);
    case 'unknownField': {
      const names = unknownFields(fault).map((path) => fieldName(fieldOf({ ...fault, path }, whole)));
      const what = `${WHOLE[whole]} cannot have ${joined(names, 'and')}`;
      return { what, mend: 'check the spelling, or leave it out' };
    }
    case 'noSuchInstant':
      return {
        what: `${subject} names a day or a time that does not exist`,
        mend: 'check the day of the month, the hour and the offset',
      };
    case 'noSuchDate':
      return { what: `${subject} names a day that does not exist`, mend: 'check the month and the day' };
    case 'tooLarge':
      if (size === undefined) return { what: `${subject} comes to too large an amount`, mend: 'check it for slips' };
      return { what: `${subject} ${sizeText(field, fault.code, size)}`, mend: null };
    case 'tooSmall':
      return {
        what: `${subject} ${size === undefined ? 'is too small' : sizeText(field, fault.code, size)}`,
        mend: null,
      };
    default:
      return { what: `${subject} ${formText(field, fault.code, fault.allowed ?? [], say)}`, mend: null };
  }
}

function missing(field: Field, whole: Whole): Wrong {
  if (field.path === '') return { what: whole === 'event' ? 'There is no event here' : 'it does not fit', mend: null };
  const example = field.example === null ? '' : `, for example ${field.example}`;
  return { what: `${WHOLE[whole]} has no field ${fieldName(field)}`, mend: `add it${example}` };
}

type FormCode = 'wrongKind' | 'notOneOf' | 'notDecimal' | 'notInstant' | 'notDate' | 'tooManyDecimals';

/** How a value has to be written. */
function formText({ path, example }: Field, code: FormCode, allowed: readonly string[], say: Say): string {
  switch (code) {
    case 'wrongKind':
      return `must be ${kindText(allowed[0])}${example === null ? '' : `, like ${example}`}`;
    case 'notOneOf':
      return `must be ${joined(allowed.map(choiceOf), 'or')}`;
    case 'notDecimal':
      return `must be a plain number in quotes, like ${example ?? '"20.80"'}: no commas, no currency sign, at most 15 digits before the point and 9 after it, and ${path === 'amount' ? 'below zero only to take away in `adjust`' : 'not below zero'}`;
    case 'notInstant':
      return `must look like ${INSTANT_EXAMPLE}`;
    case 'notDate':
      return `must look like ${DATE_EXAMPLE}`;
    case 'tooManyDecimals': {
      const { code: currency, minorDigits } = say.about.currency;
      const most = minorDigits === 0 ? 'has none' : `has at most ${minorDigits}`;
      return `has too many decimals: ${currency} ${most}${path === 'amount' ? ', and points have none' : ''}`;
    }
    default:
      return assertNever(code);
  }
}

function fieldName({ path, place }: Field): string {
  if (place === null) return `\`${path}\``;
  return `\`${path}\` (${place.list === 'lines' ? 'line' : 'tender'} ${place.number})`;
}

/** The names of kinds come from JSON's world and are open-ended; a new one still gets a true sentence. */
function kindText(kind: string | undefined): string {
  switch (kind) {
    case 'string':
      return 'text in quotes';
    case 'number':
      return 'a number without quotes';
    case 'int':
      return 'a whole number without quotes';
    case 'boolean':
      return 'true or false, without quotes';
    case 'array':
      return 'a list in square brackets';
    case 'object':
    case 'record':
      return 'a group of fields in braces';
    default:
      return 'written in another form';
  }
}

function sizeText({ holds }: Field, code: 'tooLarge' | 'tooSmall', size: string): string {
  const limit = grouped(size, 4);
  if (holds === 'number') return `must be ${code === 'tooLarge' ? 'at most' : 'at least'} ${limit}`;
  if (code === 'tooSmall') return 'must not be empty';
  return holds === 'list' ? `can hold at most ${limit}` : `can be at most ${limit} characters long`;
}

export function badStateText(problem: BadState, say: Say): string {
  switch (problem.code) {
    case 'notJson':
      return 'The saved account cannot be read as JSON; it may have been cut off or edited.';
    case 'notAState': {
      const { what } = wrongWith(problem.fault, 'savedAccount', say);
      return `The text is not an account saved in this format: ${what}; use the text just as it was saved.`;
    }
    case 'unknownWallet':
      return `The saved account has a wallet "${problem.wallet}" that the program does not know; load the version that has it as well.`;
    case 'notConserved':
      return `The saved account does not add up in wallet "${problem.wallet}": what came in is not what is left and what went out; it may have been edited.`;
    default:
      return assertNever(problem);
  }
}
