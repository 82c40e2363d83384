import type { Language } from '../text.ts';

/**
 * How close two words are, when somebody wrote one and a sentence of the phrasebook has the other. Words that mean the
 * same come first; letters count only for words that the phrasebook does not have, for a right word is never a typo.
 */

/** What people say for a word of the phrasebook; every word of a row can stand for every other. */
const SYNONYMS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'give gives earn earns get gets award awards receive grant collect',
    'per every each',
    'on for',
    'purchase order transaction sale buy',
    'multiply multiplied times',
    'multiply double',
    'above over',
    'below under',
    'goods items products',
    'buys purchases orders',
    'become becomes are turn convert',
    'birthday birthdate',
    'use take pick choose',
    'highest best largest biggest greatest maximum max',
    'lowest cheapest smallest minimum min',
    'add sum',
    'when if where',
    'paid spent',
    'except excluding',
    'join joining enrol enroll',
    'joined enrolled',
    'last final',
    'effective valid',
    'basket cart',
    'automatically automatic',
    'double twice doubled',
    'more greater bigger larger higher',
    'less smaller fewer lower',
    'triple tripled',
  ],
  zh: [
    '得送积赚获给赠',
    '为是',
    '享打',
    '笔次单',
    '含有',
    '内里中',
    '转换兑',
    '到至',
    '购买',
    '消购实',
    '费付',
    '超高',
    '过于',
  ],
};

const groups: Readonly<Record<Language, ReadonlyMap<string, ReadonlySet<string>>>> = {
  en: groupsOf(SYNONYMS.en.map((row) => row.split(' '))),
  zh: groupsOf(SYNONYMS.zh.map((row) => [...row])),
};

export function meanTheSame(a: string, b: string, language: Language): boolean {
  return groups[language].get(a)?.has(b) ?? false;
}

function groupsOf(rows: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const row of rows) for (const word of row) map.set(word, new Set([...(map.get(word) ?? []), ...row]));
  return map;
}

/** Words that add nothing to the meaning of a sentence. */
const SMALL: ReadonlySet<string> = new Set(
  'the a an of that this their his her its will be please then for to at is are with in on by'
    .split(' ')
    .concat([...'的了会可就则将按请才']),
);

export function isSmall(word: string): boolean {
  return SMALL.has(word) || /^[^a-z0-9\u3400-\u9fff]$/.test(word);
}

const EMPTY: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'please',
  'then',
  '的',
  '了',
  '才',
  '请',
  '就',
  '.',
  ';',
  '!',
]);

/** Whether a sentence says the same without the word, wherever it stands. */
export function isEmpty(word: string): boolean {
  return EMPTY.has(word);
}

/** The letters that one must add, take away, change or swap with their neighbour to make one word of another. */
export function letterDistance(a: string, b: string): number {
  let twoBack: number[] = [];
  let oneBack: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [twoBack, oneBack, row] = [oneBack, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((oneBack[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (oneBack[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoBack[j - 2] ?? 0) + 1);
      row.push(least);
    }
  }
  return row[b.length] ?? 0;
}

/** How many letters are wrong, when a word looks like a slip for another; null when it does not. */
export function slip(written: string, word: string): number | null {
  if (!/^[a-z']{2,}$/.test(written) || word.length < 3 || Math.abs(written.length - word.length) > 2) return null;
  const wrong = letterDistance(written, word);
  return wrong <= Math.max(1, Math.floor(word.length / 3)) && wrong < word.length - 1 ? wrong : null;
}

const NEGATIONS: ReadonlySet<string> = new Set(
  'not no never without except excluding nothing unless'.split(' ').concat([...'不非未无没']),
);
const OPPOSITES: readonly (readonly [string, string])[] = [
  ...(
    'highest lowest,more less,above below,over under,least most,first last,before after,add multiply,up down,give take,' +
    'start end,at after,maximum minimum,largest smallest,best cheapest,best lowest,double triple,gain lose,join leave'
  )
    .split(',')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
  ...[
    ...'高低大小多少上下前后加减乘除加乘首末升降送扣先后入出内外起止得扣大低超低超不高少满不双三少上低上超下大下满下'.matchAll(
      /(.)(.)/g,
    ),
  ].map(([, a = '', b = '']): [string, string] => [a, b]),
];

/** Whether one sentence denies what the other says, or says the opposite; then neither is offered for the other. */
export function contradict(written: readonly string[], meant: readonly string[]): boolean {
  const [a, b] = [new Set(written), new Set(meant)];
  const denials = (words: readonly string[]) => words.filter((word) => NEGATIONS.has(word)).length;
  if (denials(written) !== denials(meant)) return true;
  const swapped = (x: string, y: string) => b.has(x) && !b.has(y) && a.has(y);
  return OPPOSITES.some(([x, y]) => swapped(x, y) || swapped(y, x));
}
