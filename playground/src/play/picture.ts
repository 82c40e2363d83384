/** What the page draws, as plain data in the reader's language: it crosses from the worker to the page. */

export interface Picture {
  readonly about: About;
  readonly status: string;
  /** The local date at whose end the member is looked at. */
  readonly until: string;
  readonly figures: readonly Figure[];
  readonly moments: readonly Moment[];
  readonly ledger: readonly LedgerRow[];
  readonly rules: readonly RuleEffect[];
}

/** What the forms need to know of the program. */
export interface About {
  readonly program: string;
  readonly version: string;
  readonly currency: string;
  readonly minorDigits: number;
  readonly zone: string;
  readonly wallets: readonly string[];
  /** What a member can ask for at a purchase, by name. */
  readonly wishes: readonly string[];
  readonly settings: readonly SettingRange[];
}

export interface SettingRange {
  readonly name: string;
  readonly unit: string;
  readonly value: string;
  readonly least: string;
  readonly most: string;
  readonly scale: number;
}

/** A number that stands for the member: one wallet's balance. */
export interface Figure {
  readonly wallet: string;
  readonly unit: 'points' | 'money' | 'coupons';
  readonly text: string;
  readonly isBelowZero: boolean;
  readonly lots: readonly LotPicture[];
}

export interface LotPicture {
  readonly text: string;
  /** Of the whole balance, from 0 to 1. */
  readonly share: number;
  readonly earned: string;
  readonly expires: string | null;
}

/** What became of one item of the story. */
export interface Moment {
  readonly item: string;
  readonly outcome: 'applied' | 'refused';
  /** What it cost or gave back, if anything was paid: `¥174.00`. */
  readonly paid: string | null;
  /** `+348 points`, by wallet. */
  readonly changes: readonly Change[];
  /** Sentences: membership, why nothing happened, what is wrong. Figures that stand beside it are not told again. */
  readonly notes: readonly string[];
}

export interface Change {
  readonly wallet: string;
  readonly text: string;
  readonly isGain: boolean;
}

export interface LedgerRow {
  readonly number: number;
  /** The item that caused it; null: it fell due by itself. */
  readonly item: string | null;
  /** `2026-05-10T12:00` on the program's clock. */
  readonly at: string;
  readonly wallet: string;
  readonly change: string;
  readonly isGain: boolean;
  /** The balance of the wallet after it. */
  readonly balance: string;
  readonly reason: string;
}

/** What a rule did for this member: how often it acted, and what there would be less without it. */
export interface RuleEffect {
  readonly rule: string;
  /** The line of its header in the text that was compiled. */
  readonly line: number;
  readonly acted: number;
  /** `+264 points`; empty where nothing moves, and where the rule cannot be taken out by itself. */
  readonly gives: readonly string[];
  /** How much less the purchases cost, `¥126.00`; null: nothing. */
  readonly saves: string | null;
  readonly costs: string | null;
}

/** Why an item did what it did, and why rules stayed silent. */
export interface Why {
  readonly item: string;
  readonly notes: readonly string[];
  readonly entries: readonly string[];
  readonly rules: readonly RuleWhy[];
}

export interface RuleWhy {
  readonly rule: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly acted: boolean;
  readonly text: string;
}
