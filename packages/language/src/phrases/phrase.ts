import type { Language } from '../text.ts';
import type { SlotName } from './slots.ts';

/**
 * A sentence form of the language: ONE entry with its wording in each language. Everything that knows the sentence is made
 * from it: words, grammar, tree, types, formatter, translation, completion, repair, manual.
 *
 * A wording is a template with typed slots, `give {points:Points} per {money:Money} paid`. The compiler reads the slots
 * off the English wording and holds every other wording against them, so that a translation cannot lose or rename one.
 */
export interface Phrase<EN extends string = string, P extends string = string> {
  /** The section or family in which the sentence stands. */
  readonly in: P;
  readonly en: EN;
  readonly zh: string;
  /** Other wordings that are read and normalised to the first. */
  readonly also: Readonly<Record<Language, readonly string[]>>;
  /** Set expressions without slots, with the values that they stand for: 双倍积分 is 积分乘以2. */
  readonly short: Readonly<Record<Language, readonly Short[]>>;
  /** One line on what it means, in each language; the manual prints it. */
  readonly doc: Readonly<Record<Language, string>>;
}

export interface Short {
  readonly say: string;
  readonly means: Readonly<Record<string, unknown>>;
}

export function phrase<
  const P extends string,
  const EN extends string,
  const ZH extends string,
  const AlsoEN extends readonly string[] = readonly [],
  const AlsoZH extends readonly string[] = readonly [],
>(entry: {
  in: P;
  en: Sound<EN>;
  zh: Agrees<EN, ZH>;
  alsoEn?: { [K in keyof AlsoEN]: Agrees<EN, AlsoEN[K] & string> };
  alsoZh?: { [K in keyof AlsoZH]: Agrees<EN, AlsoZH[K] & string> };
  shortEn?: readonly Short[];
  shortZh?: readonly Short[];
  doc: readonly [en: string, zh: string];
}): Phrase<EN, P> {
  const [en, zh] = entry.doc;
  return {
    in: entry.in,
    en: textOf<EN>(entry.en),
    zh: textOf<string>(entry.zh),
    also: { en: listOf(entry.alsoEn), zh: listOf(entry.alsoZh) },
    short: { en: entry.shortEn ?? [], zh: entry.shortZh ?? [] },
    doc: { en, zh },
  };
}

/** A template cut at its slots. */
export type TemplatePart = { readonly literal: string } | { readonly slot: string; readonly type: string };

export function partsOf(template: string): readonly TemplatePart[] {
  return [...template.matchAll(/\{(\w+):(\w+)\}|[^{]+/g)].map(([literal, slot, type]) =>
    slot === undefined || type === undefined ? { literal } : { slot, type },
  );
}

/** The words that join conditions and the members of a list; the first is printed, the others are read too. */
export const JOINTS: Readonly<Record<Language, Readonly<Record<'and' | 'or' | 'not' | 'listOr', readonly string[]>>>> =
  {
    en: { and: ['and'], or: ['or'], not: ['not'], listOr: ['or'] },
    zh: { and: ['并且', '而且', '且'], or: ['或者'], not: ['并非', '不是', '非'], listOr: ['或', '或者'] },
  };

/** The slots of a template, by name: `{ points: 'Points'; money: 'Money' }`. */
export type SlotMap<S extends string> = { [K in keyof RawSlots<S>]: RawSlots<S>[K] };

type RawSlots<S extends string> = S extends `${string}{${infer N}:${infer T}}${infer Rest}`
  ? { [K in N]: T } & RawSlots<Rest>
  : unknown;
type Show<M> = { [K in keyof M & string]: `${K}:${M[K] & string}` }[keyof M & string];
type Strange<S extends string> = Exclude<SlotMap<S>[keyof SlotMap<S>], SlotName>;
/** Slots that say the same value another way: what is taken off, and what is paid; 300, and 300元. */
type Plain<M> = { [K in keyof M]: M[K] extends 'Off' ? 'Share' : M[K] extends 'Yuan' ? 'Money' : M[K] };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Sound<S extends string> = [Strange<S>] extends [never] ? S : `no such slot type: ${Strange<S> & string}`;
type Agrees<EN extends string, S extends string> =
  Same<Plain<SlotMap<EN>>, Plain<SlotMap<S>>> extends true
    ? S
    : `slots differ: ${Show<Omit<SlotMap<EN>, keyof SlotMap<S>>> | Show<Omit<SlotMap<S>, keyof SlotMap<EN>>> | 'types'}`;

// A template that type-checks IS its own text; these two only tell the compiler so without a cast.
function textOf<S extends string>(template: S | `${string}: ${string}` | string): S;
function textOf(template: string): string {
  return template;
}
function listOf(templates: object | undefined): readonly string[] {
  return templates === undefined ? [] : Object.values(templates).map(String);
}
