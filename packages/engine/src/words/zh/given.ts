import type { Handed, Outcome, Reason } from '../../reason.ts';
import { assertNever } from '../words.ts';
import type { Say } from './say.ts';

/** 发放与收回之物，以及积分所换。 */

export function givenText({ by, what, times }: Extract<Outcome, { kind: 'given' }>, say: Say): string {
  return `请发放${handedText(what, times, say)}（「${by.rule}」）。`;
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
