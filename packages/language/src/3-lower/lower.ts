import { PROGRAM_FORMAT, type Program } from '@laurel/engine/program';
import type { Model, Part } from '../2-check/model.ts';
import { statedText } from '../2-check/stated.ts';
import { currencyOf, MINOR_DIGITS } from '../2-check/values.ts';
import type { Sentence } from '../phrases/book.ts';
import { placesIn } from '../text.ts';
import { amounts, FACTOR_SCALE, type SettingShape, SHARE_SCALE, shareOf } from './amount.ts';
import { lowerBenefits } from './benefit.ts';
import { type Locate, lowerCalendars } from './calendar.ts';
import { lowerCoupons } from './coupon.ts';
import { lowerEvents } from './event.ts';
import { lowerGoods } from './goods.ts';
import { lowerMember } from './member.ts';
import { lowerMembership } from './membership.ts';
import { lowerReturns } from './returns.ts';
import { lowerRewards } from './reward.ts';
import { lowerCondition, lowerRules, type RuleContext } from './rule.ts';
import { laddersOf, lowerLadders } from './tiers.ts';
import { lowerWallet } from './wallet.ts';
import { lowerZone } from './zone.ts';

/** Turns a checked model into a Program. Only for a model without error-level problems. */
export function lower(model: Model, text: string): Program {
  const place = placesIn(text);
  const locate: Locate = ({ start, end }) => ({ line: place(start).line, start, end });
  const sentences = model.program.flatMap((part) => part.sentences);
  const where = sentences.find((sentence) => sentence.phrase === 'program.where');
  const code = currencyOf(model) ?? 'CNY';
  const minorDigits = MINOR_DIGITS[code];
  const settings = model.setting.flatMap((part) => lowerSetting(part, minorDigits, locate));
  const context = {
    amounts: amounts(new Map(settings.map((setting): [string, SettingShape] => [setting.name, setting])), minorDigits),
    locate,
    minorDigits,
    wallet: model.points[0]?.name ?? '',
    ladders: laddersOf(model),
  };
  return {
    format: PROGRAM_FORMAT,
    name: model.program[0]?.name ?? '',
    version: versionOf(model),
    effective: sentences.find((sentence) => sentence.phrase === 'program.effective')?.slots.date ?? null,
    currency: { code, minorDigits },
    zone: lowerZone(where?.slots.zone ?? 'UTC'),
    leapBirthday: sentences.find((sentence) => sentence.phrase === 'program.leapDay')?.slots.day ?? {
      month: 2,
      day: 28,
    },
    weekStart: Number(sentences.find((sentence) => sentence.phrase === 'program.weekStart')?.slots.weekday ?? 1),
    yearStart: sentences.find((sentence) => sentence.phrase === 'program.yearStart')?.slots.day ?? { month: 1, day: 1 },
    settings,
    calendars: lowerCalendars(model, locate),
    goods: lowerGoods(model, locate),
    membership: lowerMembership(model, context.amounts, locate),
    member: lowerMember(model, locate),
    events: lowerEvents(model, locate),
    wallets: model.points.map((part) => lowerWallet(part, context.amounts, locate)),
    rewards: lowerRewards(model, context),
    coupons: lowerCoupons(model, context),
    benefits: lowerBenefits(model, context),
    ladders: lowerLadders(model, context, lowerCondition),
    rules: lowerRules(model, context),
    stacking: { multipliers: stackingOf(model) ?? 'highest', prices: 'lowest', floors: floorsOf(model, context) },
    returns: lowerReturns(model, context.amounts, locate),
  };
}

/** What no price goes below. */
function floorsOf(model: Model, { amounts, locate }: RuleContext): Program['stacking']['floors'] {
  return model.stacking.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      if (sentence.phrase !== 'stack.floor' && sentence.phrase !== 'stack.floorGoods') return [];
      const goods = 'goods' in sentence.slots ? sentence.slots.goods : null;
      return [{ share: amounts.share(sentence.slots.share), goods, at: locate(sentence.span) }];
    }),
  );
}

/** How multipliers stack; null while the file does not say. */
export function stackingOf(model: Model): Program['stacking']['multipliers'] | null {
  for (const { sentences } of model.stacking) {
    for (const { phrase } of sentences) {
      if (phrase === 'stack.highest') return 'highest';
      if (phrase === 'stack.add') return 'add';
      if (phrase === 'stack.multiply') return 'multiply';
    }
  }
  return null;
}

function versionOf(model: Model): string {
  const header = model.program[0]?.section.header;
  return header?.phrase === 'program.header' ? header.slots.version : '';
}

type Setting = Program['settings'][number];

function lowerSetting(part: Part<'setting'>, minorDigits: number, locate: Locate): Setting[] {
  return part.sentences.map((sentence) => {
    const text = (value: Sentence<'setting'>['slots']['value']): string => {
      const stated = statedText(value) ?? '0';
      return sentence.phrase === 'setting.share' ? shareOf(stated) : stated;
    };
    return {
      name: part.name,
      ...settingShape(sentence.phrase, minorDigits),
      value: text(sentence.slots.value),
      range: { least: text(sentence.slots.least), most: text(sentence.slots.most) },
      at: locate(part.section.headerLine.span),
    };
  });
}

function settingShape(phrase: Sentence<'setting'>['phrase'], minorDigits: number): Pick<Setting, 'unit' | 'scale'> {
  switch (phrase) {
    case 'setting.number':
      return { unit: 'factor', scale: FACTOR_SCALE };
    case 'setting.points':
      return { unit: 'points', scale: 0 };
    case 'setting.money':
      return { unit: 'money', scale: minorDigits };
    case 'setting.share':
      return { unit: 'share', scale: SHARE_SCALE };
  }
}
