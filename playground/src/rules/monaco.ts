import * as monaco from 'monaco-editor/editor';
import './features.ts';
import type { Language } from '@laurel/language';
import type { HighlightKind } from '@laurel/language/services';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { RemoteWorkshop } from '../house/workshop.ts';
import { provideHelp } from './help.ts';

/** The only file that knows how Monaco is put together: its language, its colours, its worker. */

export const LANGUAGE_ID = 'laurel';
export { monaco };

/** What the help needs to know of the page, asked each time. */
export interface HelpSetting {
  readonly workshop: RemoteWorkshop;
  readonly language: () => Language;
}

/** Makes Monaco ready for Laurel's language. To be called once in the life of the page. */
export function setUp(setting: HelpSetting): void {
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() };
  monaco.languages.register({ id: LANGUAGE_ID, extensions: ['.loyalty'] });
  monaco.languages.setLanguageConfiguration(LANGUAGE_ID, {
    comments: { lineComment: '#' },
    brackets: [
      ['(', ')'],
      ['（', '）'],
    ],
    autoClosingPairs: [
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '「', close: '」' },
      { open: '“', close: '”' },
      { open: '(', close: ')' },
      { open: '（', close: '）' },
    ],
    // A Han character is a word; so are the letters of one Latin word.
    wordPattern: /[A-Za-z0-9'’]+|[\u3400-\u9fff]/,
    onEnterRules: [{ beforeText: /[:：]\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } }],
  });
  // Names, comments and figures have their colour at once; the words get theirs when the worker has read them.
  monaco.languages.setMonarchTokensProvider(LANGUAGE_ID, {
    unicode: true,
    tokenizer: {
      root: [
        [/#.*$/, 'comment'],
        [/＃.*$/, 'comment'],
        [/"[^"]*"|「[^」]*」|“[^”]*”/, 'name'],
        [/[¥￥£$€]?\d[\d,.:%-]*/, 'amount'],
      ],
    },
  });
  for (const look of ['light', 'dark'] as const) monaco.editor.defineTheme(themeName(look), themeOf(look));
  provideHelp(monaco, LANGUAGE_ID, setting);
}

export function themeName(look: 'light' | 'dark'): string {
  return `laurel-${look}`;
}

/** One green for what opens a section, quiet inks for the rest: a page of sentences, not a code listing. */
const INKS: Readonly<Record<'light' | 'dark', Readonly<Record<HighlightKind, string>>>> = {
  light: {
    keyword: '1f6440',
    declaration: '1f2a24',
    name: '7a4a12',
    word: '1f2a24',
    joint: '1f6440',
    amount: '1d4f91',
    date: '1d4f91',
    mark: '5c665f',
    comment: '66706a',
    strange: 'a3262a',
  },
  dark: {
    keyword: '86cfa4',
    declaration: 'eef2ee',
    name: 'e3bd8a',
    word: 'dfe5df',
    joint: '86cfa4',
    amount: '9cc3f5',
    date: '9cc3f5',
    mark: '98a39b',
    comment: '98a39b',
    strange: 'f19a95',
  },
};

function themeOf(look: 'light' | 'dark'): monaco.editor.IStandaloneThemeData {
  const ink = INKS[look];
  const light = look === 'light';
  const bold = new Set<string>(['keyword', 'declaration']);
  return {
    base: light ? 'vs' : 'vs-dark',
    inherit: true,
    rules: Object.entries(ink).map(([token, foreground]) => ({
      token,
      foreground,
      ...(bold.has(token) ? { fontStyle: 'bold' } : {}),
    })),
    colors: {
      'editor.background': light ? '#ffffff' : '#171c19',
      'editor.foreground': light ? '#1f2a24' : '#dfe5df',
      'editor.lineHighlightBackground': light ? '#f4f7f3' : '#1d2420',
      'editor.lineHighlightBorder': '#00000000',
      'editorLineNumber.foreground': light ? '#66706a' : '#98a39b',
      'editorLineNumber.activeForeground': light ? '#1f6440' : '#86cfa4',
      'editor.selectionBackground': light ? '#cfe6d8' : '#2c4a39',
      'editorInlayHint.background': '#00000000',
      'editorInlayHint.foreground': light ? '#5c665f' : '#98a39b',
      'editorCursor.foreground': light ? '#1f6440' : '#86cfa4',
      'editorWidget.background': light ? '#ffffff' : '#1d2420',
      'editorSuggestWidget.selectedBackground': light ? '#e3efe7' : '#26392e',
      'editorSuggestWidget.selectedForeground': light ? '#1f2a24' : '#eef2ee',
      'editorSuggestWidget.highlightForeground': light ? '#1f6440' : '#86cfa4',
      'editorSuggestWidget.focusHighlightForeground': light ? '#1f6440' : '#86cfa4',
      focusBorder: light ? '#1f6440' : '#86cfa4',
    },
  };
}
