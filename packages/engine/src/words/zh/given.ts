import type { Basis, Handed, Outcome, Reason } from '../../reason.ts';
import { assertNever } from '../words.ts';
import { counted, metricName, windowName } from './past.ts';
import type { Say } from './say.ts';

/** 发放与收回之物，以及积分所换。 */

export function givenText({ by, what, times, basis }: Extract<Outcome, { kind: 'given' }>, say: Say): string {
  const before = 'amount' in what ? say.money : String;
  const why = basis === null ? '' : `，${basisText(basis, before, say)}`;
  return `请发放${handedText(what, times, say)}（「${by.rule}」${why}）。`;
}

export function givenByRule(
  { rule, basis }: Extract<Reason, { kind: 'given' }>,
  wallet: string | undefined,
  say: Say,
): string {
  const amount = (given: number) => (wallet === undefined ? say.points(given) : say.amount(given, wallet));
  return `规则「${rule}」赠送${basis === null ? '' : `（${basisText(basis, amount, say)}）`}`;
}

/** 统计数，以及此前已给的。 */
function basisText({ of, value, before }: Basis, amount: (given: number) => string, say: Say): string {
  const measured =
    of.kind === 'balance'
      ? `未使用积分${say.points(value, of.wallet)}`
      : `${windowName(of.metric.window)}${metricName(of.metric)}${counted(of.metric, value, say)}`;
  return before === 0 ? measured : `${measured}，此前已给${amount(before)}`;
}

export function reversedText({ reward, redemption, times }: Extract<Outcome, { kind: 'reversed' }>): string {
  return `兑换「${redemption}」（「${reward}」${timesText(times)}）已撤销，所得之物应予收回。`;
}

export function redeemedText({ reward, times }: Extract<Reason, { kind: 'redeemed' }>): string {
  return `兑换「${reward}」${timesText(times)}`;
}

export function undoneText({ reward, redemption }: Extract<Reason, { kind: 'reversed' }>): string {
  return `撤销兑换「${redemption}」（「${reward}」）`;
}

function handedText(what: Handed, times: number, say: Say): string {
  switch (what.kind) {
    case 'gift':
      return `礼品「${what.name}」${timesText(times)}`;
    case 'coupon':
      return `优惠券「${what.name}」${timesText(times)}`;
    case 'voucher':
      return `${say.money(what.amount)}购物券${timesText(times)}`;
    case 'cash':
      return `现金${say.money(what.amount * times)}`;
    default:
      return assertNever(what);
  }
}

function timesText(times: number): string {
  return times === 1 ? '' : `×${times}`;
}
