import type { MembershipCause, MembershipStatus, Outcome, Silence } from '../../reason.ts';
import { assertNever } from '../words.ts';
import type { Say } from './say.ts';

type Change = Extract<Outcome, { kind: 'membership' }>;

/** 变化本身，及其缘由。 */
export function membershipText(change: Change, say: Say): string {
  return `${changeText(change, say)}${change.because === null ? '' : causeText(change.because, say)}`;
}

function causeText({ kind, purchase, amount, least }: MembershipCause, say: Say): string {
  switch (kind) {
    case 'purchase':
      return `消费「${purchase}」计${say.money(amount)}，达到入会所需的${say.money(least)}。`;
    case 'spend':
      return `至消费「${purchase}」累计${say.money(amount)}，达到入会所需的${say.money(least)}。`;
    case 'joiningPurchaseBelow':
      return `入会消费「${purchase}」只余${say.money(amount)}，低于所需的${say.money(least)}。`;
    default:
      return assertNever(kind);
  }
}

function changeText({ from, to, atMs, activeFromMs }: Change, say: Say): string {
  const when = say.instant(atMs);
  const joined = from === 'ended' ? '重新入会' : '入会';
  switch (to) {
    case 'pending':
      return activeFromMs === null
        ? `${when}${joined}，会员资格尚待生效。`
        : `${when}${joined}，会员资格将于${say.instant(activeFromMs)}生效。`;
    case 'active':
      if (from === 'none' || from === 'ended') return `${when}${joined}，会员资格即时生效。`;
      return from === 'dormant' ? `会员资格于${when}恢复。` : `会员资格于${when}生效。`;
    case 'dormant':
      return `会员资格于${when}转入休眠。`;
    case 'ended':
      return `会员资格于${when}终止。`;
    case 'none':
      return `会员资格于${when}撤销。`;
    default:
      return assertNever(to);
  }
}

export function statusText(status: MembershipStatus): string {
  switch (status) {
    case 'none':
      return '非会员';
    case 'pending':
      return '已入会，待生效';
    case 'active':
      return '会员';
    case 'dormant':
      return '休眠会员';
    case 'ended':
      return '会员资格已终止';
    default:
      return assertNever(status);
  }
}

export function silenceText(silence: Silence): string {
  switch (silence) {
    case 'notMember':
      return '顾客尚未入会';
    case 'pending':
      return '会员资格尚未生效';
    case 'dormant':
      return '会员资格处于休眠，下次消费时恢复';
    case 'ended':
      return '会员资格已终止';
    case 'cardNotShown':
      return '付款前未出示会员卡';
    default:
      return assertNever(silence);
  }
}
