import type { Event } from './event.ts';
import type { Happening } from './happening.ts';
import type { Entry } from './ledger.ts';
import type { Outcome, Refusal } from './reason.ts';
import type { Mark, State } from './state.ts';

/** An instant, as text with an offset or Z (`2026-05-10T12:00:00+08:00`) or as epoch milliseconds. */
export type Instant = string | number;

/**
 * Something outside the account that an event needs to be told (P1). The host looks it up or reserves it atomically and
 * hands it in as {@link Facts}.
 */
export type Need =
  | { readonly kind: 'ticket'; readonly rule: string; readonly window: string }
  | { readonly kind: 'budget'; readonly rule: string; readonly window: string; readonly amount: number }
  | { readonly kind: 'rank'; readonly segment: string; readonly on: string }
  | { readonly kind: 'identity'; readonly document: string }
  /** A purchase of which goods come back, or an exchange of it, by the event's id. */
  | { readonly kind: 'purchase'; readonly purchase: string };

/** Answers to needs. A program without shared sentences never asks for any. */
export interface Facts {
  readonly tickets?: Readonly<Record<string, number | null>>;
  readonly budgets?: Readonly<Record<string, number>>;
  readonly ranks?: Readonly<Record<string, boolean>>;
  readonly identities?: Readonly<Record<string, 'free' | 'taken'>>;
  /** Purchases and exchanges by id, as the log has them; null: the host knows none of this id. */
  readonly purchases?: Readonly<Record<string, Event | Happening | null>>;
}

/** What `apply` and `advance` answer. Only `applied` changes anything. */
export type Step =
  | {
      readonly kind: 'applied';
      readonly state: State;
      readonly entries: readonly Entry[];
      readonly outcomes: readonly Outcome[];
      /** Events for other accounts that follow from this one (P3). */
      readonly messages: readonly Event[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The event lies at or before what the account has seen (M5). */
  | { readonly kind: 'notNew'; readonly watermark: Mark }
  | { readonly kind: 'needs'; readonly needs: readonly Need[] };
