import type { Program } from '@laurel/engine';
import type { Layer } from './account.ts';
import { acts, actsOnPurchases, type Circumstances } from './conditions.ts';
import { dividedBy, floor, minorUnits, times, whole } from './fraction.ts';
import { amountOf, type Judged } from './judged.ts';
import { type Past, spentByLine } from './past.ts';
import { totalOf } from './sharing.ts';

/** What the host has to hand out: a gift by its name, a voucher or cash by its minor units. */
export interface Handed {
  readonly by: string;
  readonly what: string;
  readonly times: number;
}

type Effect = Program['rules'][number]['effects'][number];
type Hand = Extract<Effect, { kind: 'hand' }>;

/** What the host has to hand out for what was paid of a purchase, less what earns nothing: vouchers, points (E1). */
export function handedOut(judged: Judged, layer: Layer, before: Circumstances): Handed[] {
  const paid = totalOf(spentByLine(judged.program, layer));
  const now = { ...before, paid: whole(paid), spent: spentByLine(judged.program, layer) };
  return judged.program.rules
    .filter((rule) => actsOnPurchases(rule) && acts(judged, rule, now))
    .flatMap(({ name, effects }) =>
      effects.flatMap((effect) =>
        effect.kind === 'hand' ? handed(judged, name, effect, paid) : messages(judged, name, effect, now.past),
      ),
    );
}

/** What a rule hands out where nothing is bought. */
export function handedAtOnce(judged: Judged, name: string, effect: Effect, past: Past): Handed[] {
  if (effect.kind !== 'hand') return messages(judged, name, effect, past);
  return effect.per === null ? handed(judged, name, effect, 0n) : [];
}

/** A message, to whoever wants messages. */
function messages({ program }: Judged, by: string, effect: Effect, { facts }: Past): Handed[] {
  const { messages: wish } = program.member;
  if (effect.kind !== 'notify' || (wish !== null && facts[wish] !== true)) return [];
  return [{ by, what: `message ${effect.message}`, times: 1 }];
}

/** What a rule hands out for an amount that somebody else paid. */
export function handedFor(judged: Judged, { name, effects }: Program['rules'][number], paid: bigint): Handed[] {
  return effects.flatMap((effect) => (effect.kind === 'hand' ? handed(judged, name, effect, paid) : []));
}

function handed(judged: Judged, by: string, { gives, per, full }: Hand, paid: bigint): Handed[] {
  const { minorDigits } = judged.program.currency;
  const steps = per === null ? whole(1n) : dividedBy(whole(paid), minorUnits(amountOf(judged, per), minorDigits));
  const many = floor(steps);
  if ('name' in gives) return many === 0n ? [] : [{ by, what: `${gives.kind} ${gives.name}`, times: Number(many) }];
  const each = minorUnits(amountOf(judged, gives.money), minorDigits);
  if (per !== null && !full) {
    const share = floor(times(each, steps));
    return share === 0n ? [] : [{ by, what: `${gives.kind} ${share}`, times: 1 }];
  }
  return many === 0n || floor(each) === 0n ? [] : [{ by, what: `${gives.kind} ${floor(each)}`, times: Number(many) }];
}
