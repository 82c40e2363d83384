import type { Engine, Entry, Outcome, Program, Settings, Step, View, WalletView } from '@laurel/engine';
import { showInstant, type ZoneClock, zoneClock } from '@laurel/engine/calendar';
import { type Language, type Words, words } from '@laurel/engine/words';
import { effectsOf, signed } from './effects.ts';
import type { About, Change, Figure, LedgerRow, Moment, Picture, Why } from './picture.ts';
import { type PlayedStep, type Replay, replay } from './replay.ts';
import type { Story } from './story.ts';

export interface Sitting {
  readonly program: Program;
  readonly engine: Engine;
  readonly settings: Settings;
  readonly story: Story;
  readonly language: Language;
}

/** Plays the story and draws what came of it, in words of the reader's language. */
export function paint({ program, engine, settings, story, language }: Sitting): { picture: Picture; played: Replay } {
  const say = words(language, program);
  const clock = zoneClock(program.zone);
  const played = replay(engine, program, story);
  const view = engine.view(played.end);
  const units = new Map(view.wallets.map(({ name, unit }) => [name, unit]));
  const amount: Amount = (wallet, size) => (units.get(wallet) === 'money' ? say.money(size) : say.points(size, wallet));
  const picture: Picture = {
    about: aboutOf(program, engine),
    status: say.status(view.status),
    until: played.until,
    figures: figuresOf(view, amount, say, clock),
    moments: played.steps.map((step) => momentOf(step, amount, say)),
    ledger: ledgerOf(played, amount, say, clock),
    rules: effectsOf(program, settings, story, played, say),
  };
  return { picture, played };
}

/** Why one step did what it did: its reasons, and the fate of every rule. */
export function whyOf(
  { program, engine, language }: Sitting,
  { item, before, happening, facts, step }: PlayedStep,
): Why {
  const say = words(language, program);
  const fates = happening === null ? [] : engine.explain(before, happening, facts).rules;
  return {
    item: item.id,
    notes: notesOf(step, say),
    entries: step.kind === 'applied' ? step.entries.map((entry) => say.entry(entry)) : [],
    rules: fates.map((fate) => ({
      rule: fate.rule,
      line: fate.at.line,
      start: fate.at.start,
      end: fate.at.end,
      acted: fate.fate === 'acted',
      text: say.fate(fate),
    })),
  };
}

type Amount = (wallet: string, size: number) => string;

function aboutOf(program: Program, engine: Engine): About {
  return {
    program: program.name,
    version: program.version,
    currency: program.currency.code,
    minorDigits: program.currency.minorDigits,
    zone: program.zone.id,
    wallets: engine.about.wallets,
    wishes: program.rules.filter(({ trigger }) => trigger.kind === 'request').map(({ name }) => name),
    settings: program.settings.map(({ name, unit, value, range, scale }) => ({ name, unit, value, ...range, scale })),
  };
}

/** Points first: they are what people ask for. */
function figuresOf(view: View, amount: Amount, say: Words, clock: ZoneClock): Figure[] {
  const points = view.wallets.filter(({ unit }) => unit === 'points');
  const money = view.wallets.filter(({ unit }) => unit === 'money');
  const coupons = view.wallets.filter(({ unit, balance }) => unit === 'coupons' && balance > 0);
  return [...points, ...money, ...coupons].map((wallet) => ({
    wallet: wallet.name,
    unit: wallet.unit,
    text:
      wallet.balance < 0
        ? signed(wallet.balance, (size) => amount(wallet.name, size))
        : amount(wallet.name, wallet.balance),
    isBelowZero: wallet.balance < 0,
    lots: lotsOf(wallet, amount, say, clock),
  }));
}

function lotsOf({ name, lots }: WalletView, amount: Amount, say: Words, clock: ZoneClock): Figure['lots'] {
  const all = lots.reduce((sum, { left }) => sum + left, 0);
  const day = (ms: number) => say.date(showInstant(ms, clock).slice(0, 10));
  return lots.map(({ left, earnedAtMs, expiresAtMs }) => ({
    text: amount(name, left),
    share: all === 0 ? 0 : left / all,
    earned: day(earnedAtMs),
    expires: expiresAtMs === null ? null : day(expiresAtMs),
  }));
}

function momentOf({ item, step }: PlayedStep, amount: Amount, say: Words): Moment {
  if (step.kind !== 'applied') {
    return { item: item.id, outcome: 'refused', paid: null, changes: [], notes: notesOf(step, say) };
  }
  return {
    item: item.id,
    outcome: 'applied',
    paid: paidIn(step.outcomes, say),
    changes: changesIn(step.entries, amount),
    notes: step.outcomes.filter(isTold).map((outcome) => say.outcome(outcome)),
  };
}

/** What a purchase costs and a return gives back stand beside it as numbers. */
function isTold({ kind }: Outcome): boolean {
  return kind !== 'priced' && kind !== 'refund';
}

function paidIn(outcomes: readonly Outcome[], say: Words): string | null {
  let paid: string | null = null;
  for (const outcome of outcomes) {
    if (outcome.kind === 'priced') paid = say.money(outcome.total);
    if (outcome.kind === 'paidDiffers') paid = say.money(outcome.paid);
    if (outcome.kind === 'refund') paid = signed(-outcome.total, say.money);
  }
  return paid;
}

function notesOf(step: Step, say: Words): string[] {
  switch (step.kind) {
    case 'applied':
      return step.outcomes.map((outcome) => say.outcome(outcome));
    case 'refused':
      return [say.refusal(step.refusal)];
    case 'notNew':
      return [say.notNew(step.watermark)];
    case 'needs':
      return [];
  }
}

/** What an entry does to the balance: what is available less what is owed (M3). */
function onBalance({ from, to, amount }: Entry): number {
  const counts = (account: string) => account === 'available' || account === 'owed';
  return (counts(to) ? amount : 0) - (counts(from) ? amount : 0);
}

function changesIn(entries: readonly Entry[], amount: Amount): Change[] {
  const sums = new Map<string, number>();
  for (const entry of entries) sums.set(entry.wallet, (sums.get(entry.wallet) ?? 0) + onBalance(entry));
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([wallet, sum]) => ({ wallet, text: signed(sum, (size) => amount(wallet, size)), isGain: sum > 0 }));
}

function ledgerOf({ steps, last }: Replay, amount: Amount, say: Words, clock: ZoneClock): LedgerRow[] {
  const balances = new Map<string, number>();
  const all = [...steps.map(({ step }) => step), last].flatMap((step) => (step.kind === 'applied' ? step.entries : []));
  return all.map((entry) => {
    const by = onBalance(entry);
    const balance = (balances.get(entry.wallet) ?? 0) + by;
    balances.set(entry.wallet, balance);
    const text = (size: number) => amount(entry.wallet, size);
    return {
      number: entry.number,
      item: entry.event,
      at: showInstant(entry.atMs, clock).slice(0, 16),
      wallet: entry.wallet,
      change: by === 0 ? text(entry.amount) : signed(by, text),
      isGain: by > 0,
      balance: balance < 0 ? signed(balance, text) : text(balance),
      reason: say.reason(entry.reason),
    };
  });
}
