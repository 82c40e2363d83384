import type { Span } from '../text.ts';
import { amountOffPhrases } from './amounts-off.ts';
import { awardPhrases, measuredPhrases } from './award.ts';
import { benefitPhrases } from './benefit.ts';
import { calendarPhrases } from './calendar.ts';
import { conditionPhrases } from './condition.ts';
import { couponPhrases } from './coupon.ts';
import { eventPhrases } from './event.ts';
import { examplePhrases } from './example.ts';
import { expiryPhrases } from './expiry.ts';
import { givingPhrases } from './giving.ts';
import { goodsPhrases } from './goods.ts';
import { itemSetPhrases } from './item-sets.ts';
import { memberPhrases } from './member.ts';
import { membershipPhrases } from './membership.ts';
import { occasionPhrases } from './occasion.ts';
import type { Phrase, SlotMap } from './phrase.ts';
import { pointsPhrases } from './points.ts';
import { programPhrases } from './program.ts';
import { returnsPhrases } from './returns.ts';
import { rewardPhrases } from './reward.ts';
import { rulePhrases } from './rule.ts';
import { settingPhrases } from './setting.ts';
import type { Family, SlotValues } from './slots.ts';
import { stackingPhrases } from './stacking.ts';
import { tiersPhrases } from './tiers.ts';
import { windowPhrases } from './window.ts';

/** Every sentence form of the language, by id. The part before the dot of a header's id names its section. */
export const book = {
  ...programPhrases,
  ...settingPhrases,
  ...calendarPhrases,
  ...goodsPhrases,
  ...memberPhrases,
  ...eventPhrases,
  ...membershipPhrases,
  ...tiersPhrases,
  ...pointsPhrases,
  ...expiryPhrases,
  ...rewardPhrases,
  ...couponPhrases,
  ...benefitPhrases,
  ...rulePhrases,
  ...occasionPhrases,
  ...givingPhrases,
  ...amountOffPhrases,
  ...awardPhrases,
  ...itemSetPhrases,
  ...conditionPhrases,
  ...windowPhrases,
  ...measuredPhrases,
  ...stackingPhrases,
  ...returnsPhrases,
  ...examplePhrases,
} as const;

export type Book = typeof book;
export type PhraseId = keyof Book;

/** Where a phrase may stand: the header line, a section, or a family. */
export type PlaceName = Book[PhraseId]['in'];
/** The sections of a file. */
export type SectionName = Exclude<PlaceName, 'header' | Family>;

type WordingOf<P> = P extends Phrase<infer EN, string> ? EN : never;
type PlaceOf<P> = P extends Phrase<string, infer I> ? I : never;

/** The ids of the phrases of one place. */
export type IdIn<P extends PlaceName> = { [K in PhraseId]: PlaceOf<Book[K]> extends P ? K : never }[PhraseId];

type ValueOf<T> = T extends 'Day' | 'Window' | 'Measured'
  ? NodeOf<IdIn<T>>
  : T extends 'Condition'
    ? ConditionNode
    : T extends keyof SlotValues
      ? SlotValues[T]
      : never;

/** What the slots of a phrase hold. */
export type Slots<K extends PhraseId> = {
  readonly [S in keyof SlotMap<WordingOf<Book[K]>>]: ValueOf<SlotMap<WordingOf<Book[K]>>[S]>;
};

/** A sentence as it was read: its phrase, its values, and where they stand. */
export type NodeOf<K extends PhraseId> = K extends PhraseId
  ? {
      readonly phrase: K;
      readonly slots: Slots<K>;
      readonly span: Span;
      /** The span of each slot's value. */
      readonly at: { readonly [S in keyof Slots<K>]: Span };
    }
  : never;

/** A condition: a phrase, or conditions joined by and, or, not. */
export type ConditionNode =
  | NodeOf<IdIn<'Condition'>>
  | { readonly phrase: 'and' | 'or'; readonly of: readonly ConditionNode[]; readonly span: Span }
  | { readonly phrase: 'not'; readonly of: ConditionNode; readonly span: Span };

/** A sentence of a section. */
export type Sentence<S extends SectionName = SectionName> = NodeOf<IdIn<S>>;
/** The line that opens a section. */
export type Header = NodeOf<IdIn<'header'>>;
