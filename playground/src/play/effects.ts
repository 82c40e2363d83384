import { actingRules, load, type Program, type Settings, type WalletView } from '@laurel/engine';
import type { Words } from '@laurel/engine/words';
import type { RuleEffect } from './picture.ts';
import { type Replay, replay } from './replay.ts';
import type { Story } from './story.ts';

/**
 * What each rule did for this member. How often it acted follows from the reasons; what it gives is found by playing the
 * same story without it, so that rules that outdo one another are never counted twice.
 */
export function effectsOf(
  program: Program,
  settings: Settings,
  story: Story,
  played: Replay,
  words: Words,
): RuleEffect[] {
  const acted = new Map<string, number>();
  for (const { step } of played.steps) {
    if (step.kind !== 'applied') continue;
    for (const rule of actingRules(step)) acted.set(rule, (acted.get(rule) ?? 0) + 1);
  }
  const all = givenIn(played, program);
  return program.rules.map(({ name, at }) => {
    const without = acted.has(name) ? withoutRule(program, settings, story, name) : null;
    const saved = without === null ? 0 : savedBy(all, without);
    return {
      rule: name,
      line: at.line,
      acted: acted.get(name) ?? 0,
      gives: without === null ? [] : differences(all, without, words),
      saves: saved > 0 ? words.money(saved) : null,
      costs: saved < 0 ? words.money(-saved) : null,
    };
  });
}

/** What a member was given: by wallet; and what each purchase cost. */
interface Given {
  readonly wallets: ReadonlyMap<string, { readonly unit: WalletView['unit']; readonly amount: number }>;
  readonly costs: ReadonlyMap<string, number>;
}

/** Null: other sentences lean on the rule, and the program does not stand without it. */
function withoutRule(program: Program, settings: Settings, story: Story, name: string): Given | null {
  const rest: Program = { ...program, rules: program.rules.filter((rule) => rule.name !== name) };
  try {
    return givenIn(replay(load([rest], { settings }), rest, story), rest);
  } catch {
    return null;
  }
}

function givenIn({ steps, end }: Replay, program: Program): Given {
  const wallets = new Map(
    load([program])
      .view(end)
      .wallets.map(({ name, unit, totals }) => [name, { unit, amount: -totals.issued - totals.takenBack }]),
  );
  const costs = steps.flatMap(({ item, step }) => {
    const priced = step.kind === 'applied' ? step.outcomes.find((outcome) => outcome.kind === 'priced') : undefined;
    return priced === undefined ? [] : [[item.id, priced.total] as const];
  });
  return { wallets, costs: new Map(costs) };
}

function differences(all: Given, without: Given, words: Words): string[] {
  const gains = [...all.wallets].flatMap(([name, { unit, amount }]) => {
    const more = amount - (without.wallets.get(name)?.amount ?? 0);
    return more === 0
      ? []
      : [signed(more, (size) => (unit === 'money' ? words.money(size) : words.points(size, name)))];
  });
  return gains.reverse();
}

/** How much less the purchases cost that there are with the rule and without it. */
function savedBy(all: Given, without: Given): number {
  return [...all.costs].reduce((sum, [item, cost]) => sum + (without.costs.get(item) ?? cost) - cost, 0);
}

/** With a true minus sign. */
export function signed(amount: number, text: (size: number) => string): string {
  return `${amount < 0 ? '−' : '+'}${text(Math.abs(amount))}`;
}
