import type { BadState } from '../../codec.ts';
import type { Fault } from '../../event.ts';
import type { Refusal } from '../../reason.ts';
import { DATE_EXAMPLE, type Field, fieldOf, INSTANT_EXAMPLE, unknownFields } from '../field.ts';
import { grouped, isStoredValue } from '../figures.ts';
import { assertNever } from '../words.ts';
import { statusText } from './member.ts';
import { joined, quotedList, type Say } from './say.ts';

export function refusalText(refusal: Refusal, say: Say): string {
  switch (refusal.code) {
    case 'bad-event':
      return faultText(refusal.fault, say);
    case 'wrong-account':
      return `The event belongs to account "${refusal.account}" and was given to account "${refusal.expected}"; give it to its own.`;
    case 'already-member':
      return `The customer cannot join twice (now: ${statusText(refusal.status)}); only after leaving can one join again.`;
    case 'not-a-member':
      return `This takes a member (now: ${statusText(refusal.status)}); let the customer join first.`;
    case 'paid-mismatch': {
      const difference = say.money(Math.abs(refusal.lines - refusal.tenders));
      return `The lines say that ${say.money(refusal.lines)} was paid, and the tenders come to ${say.money(refusal.tenders)}: ${difference} apart; correct \`paid\` in the lines, or \`tenders\`.`;
    }
    case 'unknown-wallet':
      return `The program has no wallet "${refusal.wallet}"; it has ${quotedList(refusal.known, 'and')}.`;
    case 'not-enough': {
      const { wallet, available, needed } = refusal;
      const short = isStoredValue(wallet) ? say.money(needed - available) : say.points(needed - available, wallet);
      return `${say.amount(needed, wallet)} needed and only ${say.amount(available, wallet)} available: ${short} short; take no more than there is.`;
    }
    case 'unknown-wish':
      return refusal.known.length === 0
        ? `Nothing named "${refusal.wish}" can be asked for: the program offers nothing on request; leave it out of \`asks\`.`
        : `Nothing named "${refusal.wish}" can be asked for; what can be is ${quotedList(refusal.known, 'or')}.`;
    case 'points-cannot-pay':
      return 'Points cannot pay for a purchase in this program; settle that part of `tenders` in another way.';
    case 'no-version':
      return `No version of the program was in force on ${say.instant(refusal.atMs)}; load one that was.`;
    case 'too-late':
      return `The account is already past ${say.instant(refusal.atMs)}; choose a later time.`;
    case 'amount-too-large':
      return 'An amount, or the balance that it leads to, is too large to be counted exactly; check quantities and prices for slips.';
    default:
      return assertNever(refusal);
  }
}

export function faultText(fault: Fault, say: Say): string {
  const field = fieldOf(fault);
  const subject = field.path === '' ? 'The event' : fieldName(field);
  const [size] = fault.allowed ?? [];
  switch (fault.code) {
    case 'notJson':
      return `${subject} cannot be read as JSON; check its quotes, commas and brackets.`;
    case 'missing':
      if (field.path === '') return 'There is no event here.';
      return `The event has no field ${subject}; add it${field.example === null ? '' : `, for example ${field.example}`}.`;
    case 'unknownField': {
      const names = joined(
        unknownFields(fault).map((path) => fieldName(fieldOf({ ...fault, path }))),
        'and',
      );
      return `The event cannot have ${names}; check the spelling, or leave it out.`;
    }
    case 'wrongKind':
      return `${subject} must be ${kindText(size)}${field.example === null ? '' : `, like ${field.example}`}.`;
    case 'notOneOf':
      return `${subject} must be ${joined(
        (fault.allowed ?? []).map((choice) => `"${choice}"`),
        'or',
      )}.`;
    case 'notDecimal':
      return `${subject} must be a plain number in quotes, like ${field.example ?? '"20.80"'}: no commas, no currency sign, at most 15 digits before the point and 9 after it, and ${field.path === 'amount' ? 'below zero only to take away in `adjust`' : 'not below zero'}.`;
    case 'notInstant':
      return `${subject} must look like ${INSTANT_EXAMPLE}.`;
    case 'notDate':
      return `${subject} must look like ${DATE_EXAMPLE}.`;
    case 'noSuchInstant':
      return `${subject} names a day or a time that does not exist; check the day of the month, the hour and the offset.`;
    case 'noSuchDate':
      return `${subject} names a day that does not exist; check the month and the day.`;
    case 'tooManyDecimals': {
      const { code, minorDigits } = say.about.currency;
      const most = minorDigits === 0 ? 'has none' : `has at most ${minorDigits}`;
      const isPoints = field.path === 'amount' ? ', and points have none' : '';
      return `${subject} has too many decimals: ${code} ${most}${isPoints}.`;
    }
    case 'tooLarge':
    case 'tooSmall':
      return `${subject} ${sizeText(field, fault.code, size)}.`;
    default:
      return assertNever(fault.code);
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

function sizeText({ holds }: Field, code: 'tooLarge' | 'tooSmall', size: string | undefined): string {
  if (size === undefined)
    return code === 'tooLarge' ? 'comes to too large an amount; check it for slips' : 'is too small';
  const limit = grouped(size, 4);
  if (holds === 'number') return `must be ${code === 'tooLarge' ? 'at most' : 'at least'} ${limit}`;
  if (code === 'tooSmall') return 'must not be empty';
  return holds === 'list' ? `can hold at most ${limit}` : `can be at most ${limit} characters long`;
}

export function badStateText(problem: BadState): string {
  switch (problem.code) {
    case 'notJson':
      return 'The saved account cannot be read as JSON; it may have been cut off or edited.';
    case 'notAState': {
      const where = problem.path === '' ? 'it' : `\`${problem.path}\``;
      return `The text is not an account saved in this format: ${where} does not fit; use the text just as it was saved.`;
    }
    case 'unknownWallet':
      return `The saved account has a wallet "${problem.wallet}" that the program does not know; load the version that has it as well.`;
    case 'notConserved':
      return `The saved account does not add up in wallet "${problem.wallet}": what came in is not what is left and what went out; it may have been edited.`;
    default:
      return assertNever(problem);
  }
}
