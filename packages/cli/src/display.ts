/** How text looks on a terminal: the columns it takes, and nothing in it that the terminal would obey. */

const TAB_STOP = 4;

/** One character as it is shown. */
export interface Cell {
  readonly shown: string;
  readonly columns: number;
}

/**
 * A line that may safely be printed: control characters, invisible ones and those that turn the direction of writing
 * are spelled out, so that a file can neither steer the terminal nor look like another file. A line break is spelled out
 * too: a name that holds one must not begin a line of its own.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => (char === '\t' ? char : spelledOut(char)));
}

/** The columns of a character that stands at this column (from 0), and what is printed for it. */
export function cellOf(char: string, column: number): Cell {
  if (char === '\t') {
    const columns = TAB_STOP - (column % TAB_STOP);
    return { shown: ' '.repeat(columns), columns };
  }
  const shown = char.replace(UNSEEN, spelledOut);
  if (shown !== char) return { shown, columns: shown.length };
  return { shown, columns: COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1 };
}

// Format characters (Cf) hold the bidirectional controls and the zero-width ones; a lone surrogate is Cs.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;

/** What East Asian terminals draw two columns wide: Han, kana, Hangul, full-width forms, and emoji. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

function spelledOut(char: string): string {
  return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
