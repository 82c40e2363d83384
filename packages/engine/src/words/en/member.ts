import type { MembershipCause, MembershipStatus, Outcome, Silence } from '../../reason.ts';
import { assertNever } from '../words.ts';
import type { Say } from './say.ts';

type Change = Extract<Outcome, { kind: 'membership' }>;

/** The change itself, and what brought it about. */
export function membershipText(change: Change, say: Say): string {
  const why = change.because === null ? '' : ` ${causeText(change.because, say)}`;
  return `${changeText(change, say)}${why}`;
}

function causeText({ kind, purchase, amount, least }: MembershipCause, say: Say): string {
  switch (kind) {
    case 'purchase':
      return `Purchase "${purchase}" of ${say.money(amount)} reached the ${say.money(least)} that joining takes.`;
    case 'spend':
      return `With purchase "${purchase}", ${say.money(amount)} has been spent in all, and joining takes ${say.money(least)}.`;
    case 'joiningPurchaseBelow':
      return `Of the joining purchase "${purchase}", ${say.money(amount)} is left, and ${say.money(least)} is needed.`;
    default:
      return assertNever(kind);
  }
}

function changeText({ from, to, atMs, activeFromMs }: Change, say: Say): string {
  const when = say.instant(atMs);
  const joinedText = from === 'ended' ? 'Joined again' : 'Joined';
  switch (to) {
    case 'pending':
      return activeFromMs === null
        ? `${joinedText} on ${when}; the membership has yet to take effect.`
        : `${joinedText} on ${when}; the membership takes effect on ${say.instant(activeFromMs)}.`;
    case 'active':
      if (from === 'none' || from === 'ended') return `${joinedText} on ${when}; the membership took effect at once.`;
      return from === 'dormant'
        ? `The membership became active again on ${when}.`
        : `The membership took effect on ${when}.`;
    case 'dormant':
      return `The membership became dormant on ${when}.`;
    case 'ended':
      return `The membership ended on ${when}.`;
    case 'none':
      return `The membership was withdrawn on ${when}.`;
    default:
      return assertNever(to);
  }
}

export function statusText(status: MembershipStatus): string {
  switch (status) {
    case 'none':
      return 'not a member';
    case 'pending':
      return 'joined, not yet in effect';
    case 'active':
      return 'member';
    case 'dormant':
      return 'dormant member';
    case 'ended':
      return 'membership ended';
    default:
      return assertNever(status);
  }
}

export function silenceText(silence: Silence): string {
  switch (silence) {
    case 'notMember':
      return 'the customer has not joined';
    case 'pending':
      return 'the membership has yet to take effect';
    case 'dormant':
      return 'the membership is dormant until the next purchase';
    case 'ended':
      return 'the membership has ended';
    case 'cardNotShown':
      return 'the card was not shown before paying';
    default:
      return assertNever(silence);
  }
}
