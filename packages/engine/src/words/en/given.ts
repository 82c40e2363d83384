import type { Basis, Handed, Outcome, Reason } from '../../reason.ts';
import { assertNever } from '../words.ts';
import { counted, metricName, windowName } from './past.ts';
import type { Say } from './say.ts';

/** What is handed out and handed in, and what points buy. */

export function givenText({ by, what, times, basis }: Extract<Outcome, { kind: 'given' }>, say: Say): string {
  const before = 'amount' in what ? say.money : String;
  const why = basis === null ? '' : `; ${basisText(basis, before, say)}`;
  return `Give ${handedText(what, times, say)} ("${by.rule}"${why}).`;
}

export function givenByRule(
  { rule, basis }: Extract<Reason, { kind: 'given' }>,
  wallet: string | undefined,
  say: Say,
): string {
  const amount = (given: number) => (wallet === undefined ? say.points(given) : say.amount(given, wallet));
  return `given by rule "${rule}"${basis === null ? '' : ` (${basisText(basis, amount, say)})`}`;
}

/** What was measured, and what had been given for it before. */
function basisText({ of, value, before }: Basis, amount: (given: number) => string, say: Say): string {
  const measured =
    of.kind === 'balance'
      ? `unspent points: ${say.points(value, of.wallet)}`
      : `${metricName(of.metric)} ${windowName(of.metric.window)}: ${counted(of.metric, value, say)}`;
  return before === 0 ? measured : `${measured}, ${amount(before)} given before`;
}

export function reversedText({ reward, redemption, times }: Extract<Outcome, { kind: 'reversed' }>): string {
  return `"${reward}"${timesText(times)} of redemption "${redemption}" is taken back; what it gave is to be handed in.`;
}

export function redeemedText({ reward, times }: Extract<Reason, { kind: 'redeemed' }>): string {
  return `for "${reward}"${timesText(times)}`;
}

export function undoneText({ reward, redemption }: Extract<Reason, { kind: 'reversed' }>): string {
  return `redemption "${redemption}" of "${reward}" taken back`;
}

function handedText(what: Handed, times: number, say: Say): string {
  switch (what.kind) {
    case 'gift':
      return `the gift "${what.name}"${timesText(times)}`;
    case 'coupon':
      return `the coupon "${what.name}"${timesText(times)}`;
    case 'voucher':
      return `a ${say.money(what.amount)} voucher${timesText(times)}`;
    case 'cash':
      return `${say.money(what.amount * times)} in cash`;
    default:
      return assertNever(what);
  }
}

function timesText(times: number): string {
  return times === 1 ? '' : ` × ${times}`;
}
