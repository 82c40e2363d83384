import type { BadState } from '../codec.ts';
import type { Fault } from '../event.ts';
import type { Entry } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { MembershipStatus, Outcome, Reason, Refusal, RuleFate, Silence } from '../reason.ts';
import type { Mark } from '../state.ts';

export type Language = 'en' | 'zh';

/** What prose needs to know of a Program. */
export type About = Pick<Program, 'currency' | 'zone' | 'version' | 'wallets'>;

/** What a language can say. Everything but the figures is whole sentences, with their full stops. */
export interface Words extends Figures {
  /** One movement of the ledger: the signed amount, and why. */
  entry(entry: Entry): string;
  /** Why an amount moved, without the amount. A quote has reasons before there are entries. */
  reason(reason: Reason): string;
  outcome(outcome: Outcome): string;
  /** Why no rule acts for this event at all. */
  silence(silence: Silence): string;
  /** What is wrong, where, and the way out. */
  refusal(refusal: Refusal): string;
  /** What is wrong with an event that cannot be read. */
  fault(fault: Fault): string;
  /** Why an event that was seen before, or comes too late, changed nothing. */
  notNew(watermark: Mark): string;
  /** What became of one rule, and the nearest change that would have made it act. */
  fate(fate: RuleFate): string;
  /** Why a text is not a saved account. */
  badState(problem: BadState): string;
  /** A short label for screens, not a sentence. */
  status(status: MembershipStatus): string;
}

/** Amounts and times, as they stand inside a sentence. */
export interface Figures {
  /** Minor units of the currency: `¥150.00`, 150元. */
  money(minor: number): string;
  /** Points of a wallet; without its name, plain points: `300 points`, `300 "Miles"`. */
  points(amount: number, wallet?: string): string;
  /** A civil date, `2026-05-10`, in the language's long form. A text that is no date comes back as it is. */
  date(iso: string): string;
  /** Epoch milliseconds on the wall clock of the program's zone. */
  instant(ms: number): string;
}

/** The end of an exhaustive switch: the compiler proves that nothing gets here. */
export function assertNever(value: never): never {
  throw new Error(`no words for ${JSON.stringify(value)}`);
}
