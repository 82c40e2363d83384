import type { Happening, View, WalletView } from '@laurel/engine';
import type { Words } from '@laurel/engine/words';
import type { Language } from '@laurel/language';

/** What `laurel run` adds to the engine's words: who did what, and how an account stands. */
export interface Telling {
  /** When, who, and what happened, on one line. */
  heading(happening: Happening): string;
  /** Time was let pass up to an instant. */
  passing(account: string, atMs: number): string;
  /** How an account stands: a line for itself, and one for each wallet. */
  standing(view: View): readonly string[];
  /** A line of the events file that was not applied. */
  fault(fault: LineFault): string;
  /** A line that is no text at all. */
  readonly notText: string;
  /** The event asks for facts of other accounts. */
  readonly needsFacts: string;
  /** The run ends here because of that line. */
  readonly stopped: string;
  skipped(count: number): string;
}

export interface LineFault {
  readonly path: string;
  readonly line: number;
  /** Null: the event could not be read, so nobody knows whose it is. */
  readonly event: { readonly id: string; readonly account: string } | null;
  /** A whole sentence. */
  readonly why: string;
}

export function telling(language: Language, words: Words): Telling {
  return language === 'zh' ? chinese(words) : english(words);
}

/** So many items are named; the others are counted. */
const MOST_NAMED = 3;

function english(words: Words): Telling {
  return {
    heading: (happening) => `${words.instant(happening.atMs)}, ${happening.account}: ${englishDeed(happening, words)}`,
    passing: (account, atMs) => `${words.instant(atMs)}, ${account}: time has passed`,
    standing: ({ account, status, joinedAtMs, wallets }) => [
      `${account}: ${words.status(status)}${joinedAtMs === null ? '' : `, joined on ${words.instant(joinedAtMs)}`}`,
      ...wallets.filter(isUsed).map((wallet) => englishBalance(wallet, words)),
    ],
    fault: ({ path, line, event, why }) =>
      `${path}:${line}: ${event === null ? '' : `event "${event.id}" of ${event.account}: `}${why}`,
    notText: 'The line is not text in UTF-8, or it is longer than 16 MB.',
    needsFacts: 'The event needs facts about other accounts, which this command cannot look up.',
    stopped: 'The run stops here. Nothing of this line was applied; --on-error skip goes on without such lines.',
    skipped: (count) => `${count} ${count === 1 ? 'line was' : 'lines were'} skipped.`,
  };
}

function englishDeed(happening: Happening, words: Words): string {
  switch (happening.kind) {
    case 'join':
      return `joins${happening.birthday ? `, born ${words.date(iso(happening.birthday))}` : ''}`;
    case 'profile':
      if (happening.birthday === undefined) return 'updates the profile';
      return happening.birthday === null
        ? 'removes the birthday'
        : `gives the birthday ${words.date(iso(happening.birthday))}`;
    case 'purchase': {
      const items = happening.lines.slice(0, MOST_NAMED).map(({ item }) => `"${item}"`);
      const more = happening.lines.length - items.length;
      const asks = happening.asks.map((wish) => `"${wish}"`).join(', ');
      return [
        `buys ${items.join(', ')}${more > 0 ? ` and ${more} more` : ''}, list price ${words.money(listTotal(happening))}`,
        ...(asks === '' ? [] : [`asks for ${asks}`]),
        ...(happening.coupons.length === 0 ? [] : [`using ${happening.coupons.map((name) => `"${name}"`).join(', ')}`]),
        ...(happening.cardShown ? [] : ['without the card']),
      ].join(', ');
    }
    case 'return':
      return `returns ${happening.lines === null ? 'all that is left' : 'goods'} of purchase "${happening.purchase}"`;
    case 'exchange': {
      const items = happening.lines.slice(0, MOST_NAMED).map(({ item }) => `"${item}"`);
      return `exchanges goods of purchase "${happening.purchase}" for ${items.join(', ')}`;
    }
    case 'redeem':
      return `redeems "${happening.reward}"${happening.times === 1 ? '' : ` × ${happening.times}`}`;
    case 'reverse':
      return `takes redemption "${happening.redemption}" back`;
    case 'use':
      return `uses "${happening.benefit}"${happening.times === 1 ? '' : ` × ${happening.times}`}`;
    case 'referral':
      return `${happening.member}, introduced by this member, ${REFERRAL[happening.what].en} "${happening.purchase}"`;
    case 'event':
      return `has "${happening.event}"`;
    case 'visit':
      return 'visits';
    case 'topUp':
      return `tops up ${words.money(happening.amount)}`;
    case 'adjust':
      return `staff adjust "${happening.wallet}" by ${happening.amount}`;
    case 'leave':
      return 'leaves';
    case 'reissue':
      return `asks for a lost card to be replaced${happening.identityChecked ? ', identity checked' : ''}`;
    case 'tier':
      return `staff give tier "${happening.tier}"`;
    case 'merge':
      return `membership to be joined with that of ${happening.other}`;
  }
}

/** What a member's account is told of a purchase of somebody whom it introduced. */
const REFERRAL = {
  bought: { en: 'made purchase', zh: '的消费' },
  changed: { en: 'brought back or exchanged goods of purchase', zh: '部分退换了消费' },
  returned: { en: 'returned all of purchase', zh: '退回了消费' },
} as const;

function englishBalance({ name, unit, balance, totals: { pending } }: WalletView, words: Words): string {
  const amount = (much: number) => (unit === 'money' ? `${words.money(much)} stored value` : words.points(much, name));
  return `${amount(balance)}${pending > 0 ? `, and ${amount(pending)} still to come` : ''}`;
}

function chinese(words: Words): Telling {
  return {
    heading: (happening) => `${words.instant(happening.atMs)}，${happening.account}：${chineseDeed(happening, words)}`,
    passing: (account, atMs) => `${words.instant(atMs)}，${account}：时间推移至此`,
    standing: ({ account, status, joinedAtMs, wallets }) => [
      `${account}：${words.status(status)}${joinedAtMs === null ? '' : `，${words.instant(joinedAtMs)}入会`}`,
      ...wallets.filter(isUsed).map((wallet) => chineseBalance(wallet, words)),
    ],
    fault: ({ path, line, event, why }) =>
      `${path}:${line}：${event === null ? '' : `${event.account}的事件「${event.id}」：`}${why}`,
    notText: '该行不是 UTF-8 文本，或超过 16 MB。',
    needsFacts: '该事件需要其他账户的情况，本命令无法查询。',
    stopped: '运行到此为止。该行未作任何处理；加上 --on-error skip 可跳过这样的行继续。',
    skipped: (count) => `跳过了 ${count} 行。`,
  };
}

function chineseDeed(happening: Happening, words: Words): string {
  switch (happening.kind) {
    case 'join':
      return `入会${happening.birthday ? `，生日${words.date(iso(happening.birthday))}` : ''}`;
    case 'profile':
      if (happening.birthday === undefined) return '更新资料';
      return happening.birthday === null ? '删除生日' : `登记生日${words.date(iso(happening.birthday))}`;
    case 'purchase': {
      const items = happening.lines.slice(0, MOST_NAMED).map(({ item }) => `「${item}」`);
      const asks = happening.asks.map((wish) => `「${wish}」`).join('、');
      return [
        `购买${items.join('、')}${happening.lines.length > items.length ? `等${happening.lines.length}项` : ''}`,
        `原价${words.money(listTotal(happening))}`,
        ...(asks === '' ? [] : [`要求${asks}`]),
        ...(happening.coupons.length === 0 ? [] : [`使用${happening.coupons.map((name) => `「${name}」`).join('、')}`]),
        ...(happening.cardShown ? [] : ['未出示会员卡']),
      ].join('，');
    }
    case 'return':
      return `退货：消费「${happening.purchase}」${happening.lines === null ? '余下全部商品' : '部分商品'}`;
    case 'exchange': {
      const items = happening.lines.slice(0, MOST_NAMED).map(({ item }) => `「${item}」`);
      return `换货：消费「${happening.purchase}」的商品换为${items.join('、')}`;
    }
    case 'redeem':
      return `兑换「${happening.reward}」${happening.times === 1 ? '' : `×${happening.times}`}`;
    case 'reverse':
      return `撤销兑换「${happening.redemption}」`;
    case 'use':
      return `使用「${happening.benefit}」${happening.times === 1 ? '' : `×${happening.times}`}`;
    case 'referral':
      return `所推荐的${happening.member}${REFERRAL[happening.what].zh}「${happening.purchase}」`;
    case 'event':
      return `发生「${happening.event}」`;
    case 'visit':
      return '到店';
    case 'topUp':
      return `储值${words.money(happening.amount)}`;
    case 'adjust':
      return `人工调整「${happening.wallet}」：${happening.amount}`;
    case 'leave':
      return '退会';
    case 'reissue':
      return `申请补办遗失的会员卡${happening.identityChecked ? '，已核验证件' : ''}`;
    case 'tier':
      return `店方授予「${happening.tier}」等级`;
    case 'merge':
      return `申请与${happening.other}的会员资格合并`;
  }
}

function chineseBalance({ name, unit, balance, totals: { pending } }: WalletView, words: Words): string {
  const amount = (much: number) => (unit === 'money' ? `储值${words.money(much)}` : words.points(much, name));
  return `${amount(balance)}${pending > 0 ? `，另有${amount(pending)}待生效` : ''}`;
}

/** Every account has a wallet for stored value, and many programs never fill it. */
function isUsed({ unit, totals }: WalletView): boolean {
  return unit === 'points' || Object.values(totals).some((total) => total !== 0);
}

/** The civil date of a birthday as the engine's words take it. */
function iso({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function listTotal({ lines }: Extract<Happening, { kind: 'purchase' }>): number {
  return lines.reduce((sum, { list }) => sum + list, 0);
}
