/**
 * Characters that read as others. Everything here goes one to one, so that an offset in the narrowed text is the same
 * offset in the text as it was written, from which names and comments are taken.
 */

/** Traditional characters that the sentences of the language need, each before its simplified twin. */
const TRADITIONAL =
  '爲为為为買买於于從从價价會会餘余儲储內内別别動动區区單单歷历曆历參参雙双號号後后員员實实幣币應应開开當当戶户數数時时歐欧滿满' +
  '積积種种筆笔類类規规計计請请調调貨货購购費费資资贈赠轉转達达過过適适鐘钟鍾钟鎊镑須须額额間间個个現现換换兌兑劵券級级禮礼優优' +
  '銷销產产門门線线網网預预執执減减賞赏團团續续終终變变農农節节複复復复無无沒没與与並并併并則则結结總总匯汇紅红銀银聯联屬属簡简' +
  '還还進进讓让負负務务錄录記记訪访問问條条約约齡龄歲岁專专慶庆樂乐電电郵邮遞递運运場场狀状態态測测試试驗验證证權权層层階阶組组' +
  '範范圍围選选擇择獎奖隨随機机錢钱圓元週周萬万億亿兩两點点發发處处帶带補补標标碼码獲获領领掃扫據据關关閏闰統统';

const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * Full-width punctuation, digits and letters become their ASCII twins, and traditional characters simplified ones.
 * The commas `，` and `、` stay: narrowed, one between two numbers would read as grouping. So does the quote `＂`: a name
 * in other quotes may hold it.
 */
const narrowTwins: ReadonlyMap<string, string> = new Map([
  ...[...TRADITIONAL].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1] ?? from]] : [])),
  ...range(0xff01, 0xff5e)
    .filter((code) => code !== 0xff0c && code !== 0xff02)
    .map((code): [string, string] => [String.fromCharCode(code), String.fromCharCode(code - FULL_WIDTH_OFFSET)]),
  ...[0xa0, 0x202f, 0x205f, 0x3000, ...range(0x2000, 0x200a)].map((code): [string, string] => [
    String.fromCharCode(code),
    ' ',
  ]),
  ['￥', '¥'],
  ['￡', '£'],
  ['‘', "'"],
  ['’', "'"],
  ['。', '.'],
]);

const narrowable = new RegExp(`[${[...narrowTwins.keys()].map(escaped).join('')}]`, 'g');

/** Except where everything around it is full-width: １，０００ is one number. */
const wideGrouping = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g;

export function narrow(text: string): string {
  return text.replace(wideGrouping, ',').replace(narrowable, (character) => narrowTwins.get(character) ?? character);
}

/**
 * What nobody can see: control characters, zero-width and bidirectional ones, line separators, halves of a pair.
 * A zero-width joiner after an emoji is a part of that emoji.
 */
const hidden =
  /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\r(?!\n|$)|(?<![\udc00-\udfff\u2600-\u27bf]|\ufe0f)\u200d|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The offsets of the hidden characters in a stretch of text. */
export function hiddenIn(text: string): readonly number[] {
  return [...text.matchAll(hidden)].map(({ index }) => index);
}

/** The text with a space for each of them. */
export function withoutHidden(text: string): string {
  return text.replace(hidden, ' ');
}

/** `U+200B` */
export function codePointName(text: string, offset: number): string {
  return `U+${text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Letters of other alphabets that look like Latin ones, each before its twin. */
const LOOKALIKES =
  'аaеeоoрpсcхxуyіiѕsјjһhԁdԛqԝwνvοoαaιiκkρpτtυuωwɡgոnցgսuАAВBЕEКKМMНHОOРPСCТTХXΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX';
const latinTwins: ReadonlyMap<string, string> = new Map(
  [...LOOKALIKES].flatMap((from, i, all): [string, string][] => (i % 2 === 0 ? [[from, all[i + 1] ?? from]] : [])),
);

/** The word in Latin letters when every foreign letter in it has a Latin twin; null when there is none or one has not. */
export function latinized(word: string): string | null {
  if (!/[a-z]/i.test(word) || !/[^\u0000-\u007f]/.test(word)) return null;
  const latin = [...word].map((letter) => latinTwins.get(letter) ?? letter).join('');
  return /[^\u0000-\u007f]/.test(latin) ? null : latin;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function escaped(character: string): string {
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}
