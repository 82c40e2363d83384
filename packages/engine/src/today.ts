import { dayAfter, type LocalDate, localDate } from './calendar.ts';
import type { PlannedCoupon } from './coupon.ts';
import type { FreeDelivery } from './delivery.ts';
import type { PlannedFloor } from './floor.ts';
import type { SetOffer } from './item-sets.ts';
import type { AmountOff, Handing, PlannedRule, PriceOffer, WalletEarning } from './plan.ts';
import type { Duration } from './program.ts';

/** What can act on purchases. */
export interface Acting {
  /** The rules with limits, in the file's order. */
  readonly limited: readonly PlannedRule[];
  readonly prices: readonly PriceOffer[];
  /** Prices of items that are bought together. */
  readonly sets: readonly SetOffer[];
  /** One for each wallet that a rule earns in, in the program's order; the stored value last. */
  readonly earnings: readonly WalletEarning[];
  /** Amounts off the purchase, in the file's order. */
  readonly amountsOff: readonly AmountOff[];
  readonly freeDelivery: readonly FreeDelivery[];
  readonly floors: readonly PlannedFloor[];
  /** What coupons are worth. */
  readonly coupons: readonly PlannedCoupon[];
  /** What the host has to hand out, in the file's order. */
  readonly handings: readonly Handing[];
}

/** One local day under a plan: what the date alone decides is decided, once for all purchases of the day. */
export interface Today extends Acting {
  readonly day: number;
  readonly date: LocalDate;
  /** The last local day on which a purchase of today can be returned. */
  readonly lastReturnDay: number;
}

/** The days from 1970 to 2100, which a plan remembers. */
const DAYS_KEPT = 47_848;

/**
 * Makes the days of a plan. Rules that do not act on a day are left out of it, and those that do ask for the day no more;
 * `acting` plans what is left. Days on which the same rules act share one plan of them, so that few are ever made.
 */
export function daysOf(
  rules: readonly PlannedRule[],
  within: Duration,
  acting: (rules: readonly PlannedRule[]) => Acting,
): (day: number) => Today {
  const days = new Array<Today | undefined>(DAYS_KEPT).fill(undefined);
  const plans = new Map<string, Acting>();

  function planOf(some: readonly PlannedRule[]): Acting {
    const key = some.map(({ place }) => place).join();
    const known = plans.get(key);
    if (known !== undefined) return known;
    const made = acting(some.map(askingTheDayNoMore));
    plans.set(key, made);
    return made;
  }

  // All of them at once, so that what cannot be planned is told on loading, and not on some day.
  planOf(rules);

  return (day) => {
    const known = days[day];
    if (known !== undefined) return known;
    const date = localDate(day);
    const { limited, prices, sets, earnings, coupons, handings, amountsOff, freeDelivery, floors } = planOf(
      rules.filter(({ onDay }) => onDay === null || onDay({ day, date })),
    );
    const made: Today = {
      day,
      date,
      lastReturnDay: dayAfter(day, within),
      limited,
      prices,
      sets,
      earnings,
      coupons,
      handings,
      amountsOff,
      freeDelivery,
      floors,
    };
    if (day >= 0 && day < DAYS_KEPT) days[day] = made;
    return made;
  };
}

function askingTheDayNoMore({ rule, place, source, besides }: PlannedRule): PlannedRule {
  return { rule, place, source, when: besides, onDay: null, besides };
}
