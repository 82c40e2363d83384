/**
 * A page of `docs/problems`: English, then after `## 中文` Chinese, both with fenced blocks.
 *
 * What Markdown cannot show is said after the kind of a fence: in ```loyalty replace=␣:\u200b every ␣ of the block becomes
 * U+200B, and with replace=…:x*300 every … becomes three hundred x. The new text is escaped as in JSON.
 */
export interface Block {
  /** `loyalty`, `json`, `text`. */
  readonly kind: string;
  readonly text: string;
  /** Where the text stands in the page. */
  readonly start: number;
  readonly end: number;
  /** Its place among the blocks of the page. */
  readonly index: number;
}

/** Takes the blocks of a page's half in their order; each must be what is asked for. */
export function halfOf(page: string, language: 'en' | 'zh') {
  const middle = page.indexOf('\n## 中文\n');
  if (middle < 0) throw new Error('the page has no half in Chinese');
  const blocks = blocksOf(page).filter(({ start }) => start < middle === (language === 'en'));
  let at = 0;
  return {
    isDone: () => at > 0 && at === blocks.length,
    take(kind: string): Block {
      const block = blocks[at];
      if (block?.kind !== kind) throw new Error(`block ${at + 1} of this half must be ${kind}, not ${block?.kind}`);
      at += 1;
      return block;
    },
    /** The next block where it is of this kind. */
    takeIf(kind: string): Block | null {
      return blocks[at]?.kind === kind ? this.take(kind) : null;
    },
  };
}

export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].map((match, index) => {
    const [, kind = '', mark, escaped = '', times = '1', text = ''] = match;
    const [start = 0, end = 0] = match.indices?.[5] ?? [];
    const put = String(JSON.parse(`"${escaped}"`)).repeat(Number(times));
    return { kind, text: mark === undefined ? text : text.replaceAll(mark, put), start, end, index };
  });
}

const FENCE = /^```(\w+)(?: replace=(\S):(\S+?)(?:\*(\d+))?)?\n(.*?)^```$/dgms;
