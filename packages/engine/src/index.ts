/** The evaluator of compiled Laurel programs. `load` makes an engine; the rest is data. */

export type { BenefitView } from './benefit.ts';
export type { BadState } from './codec.ts';
export type { Engine } from './evaluate.ts';
export { load } from './evaluate.ts';
export type { Basket, Event, EventKind, Fault } from './event.ts';
export type { Explanation } from './explain.ts';
export { actingRules } from './explain.ts';
export type { Happening, Reading } from './happening.ts';
export type { Entry, LedgerAccount, LotUse } from './ledger.ts';
export { fromMinor } from './number.ts';
export type { Settings } from './plan.ts';
export type { Program } from './program.ts';
export { ProgramError, readProgram } from './program.ts';
export type { Quote } from './quote.ts';
export type {
  Actual,
  Failed,
  LinePrice,
  MembershipCause,
  MembershipStatus,
  Nearest,
  Outcome,
  Quota,
  Reason,
  Refusal,
  RefusalCode,
  RuleFate,
  Silence,
  Source,
} from './reason.ts';
export type { Mark } from './state.ts';
export { State } from './state.ts';
export type { Facts, Instant, Need, Step } from './step.ts';
export type { LotView, View, WalletView } from './view.ts';
