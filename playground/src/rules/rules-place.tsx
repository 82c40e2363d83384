import type { Language } from '@laurel/language';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../house/icons.tsx';
import type { RemoteWorkshop } from '../house/workshop.ts';
import type { Shown, ShownFix } from '../play/workshop.ts';
import { useWords } from '../words/dictionary.ts';
import { effectText } from './effect-text.ts';
import { ProblemList } from './problem-list.tsx';

interface RulesProps {
  readonly workshop: RemoteWorkshop;
  readonly text: string | null;
  readonly onText: (text: string) => void;
  readonly shown: Shown | null;
  readonly isDark: boolean;
  readonly shownAt: { readonly line: number } | null;
  readonly onShowLine: (line: number) => void;
}

/** The editor is most of the page's weight; it comes after everything else is there. */
const Editor = lazy(async () => {
  if (document.documentElement.lang.startsWith('zh')) await import('monaco-editor/nls/lang/zh-cn');
  return import('./editor.tsx');
});

/** The file: its text, what is wrong with it, and what it can be turned into. */
export function RulesPlace({ workshop, text, onText, shown, isDark, shownAt, onShowLine }: RulesProps) {
  const { t, language } = useWords();
  const problems = shown?.problems ?? NOTHING;
  const notes = useNotes(shown);
  const rewrite = async (to: Language | 'same') => {
    const next = text === null ? null : await workshop.rewrite(text, to);
    if (next !== null) onText(next);
  };
  const fix = ({ edits }: ShownFix) => {
    if (text !== null) onText(edited(text, edits));
  };
  return (
    <section className="rules" aria-labelledby="rules-title">
      <header className="place-head">
        <h2 id="rules-title">{t.rules}</h2>
        <fieldset className="switch">
          <legend className="unseen">{t.fileLanguage}</legend>
          {(['en', 'zh'] as const).map((one) => (
            <label key={one} lang={one === 'zh' ? 'zh-CN' : 'en'}>
              <input
                type="radio"
                name="file-language"
                checked={shown?.language === one}
                onChange={() => void rewrite(one)}
              />
              <span>{t.rewriteIn[one]}</span>
            </label>
          ))}
        </fieldset>
        <Button className="quiet" onPress={() => void rewrite('same')}>
          {t.format}
        </Button>
        <Button
          className="quiet square"
          aria-label={t.download}
          onPress={() => text !== null && download(text, shown?.title ?? 'program')}
        >
          <Icon name="download" />
        </Button>
      </header>
      <div className="editor-place" lang={shown?.language === 'zh' ? 'zh-CN' : 'en'}>
        {text === null ? (
          <p className="waiting">{t.editorLoading}</p>
        ) : (
          <Suspense fallback={<pre className="editor-before">{text}</pre>}>
            <Editor
              workshop={workshop}
              language={() => language}
              text={text}
              onText={onText}
              problems={problems}
              notes={notes}
              isDark={isDark}
              label={t.editorLabel}
              shownAt={shownAt}
            />
          </Suspense>
        )}
      </div>
      <ProblemList problems={problems} isRead={shown !== null} onFix={fix} onShow={onShowLine} />
    </section>
  );
}

const NOTHING: Shown['problems'] = [];

/** Notes are drawn anew when the rules stand; while they are broken the old ones stay where their lines went. */
function useNotes(shown: Shown | null) {
  const { t } = useWords();
  const fresh = shown === null || shown.isBroken ? null : (shown.picture?.rules ?? null);
  const [kept, setKept] = useState(fresh);
  useEffect(() => {
    if (fresh !== null) setKept(fresh);
  }, [fresh]);
  return useMemo(() => (kept ?? []).map((effect) => ({ effect, note: effectText(effect, t) })), [kept, t]);
}

function edited(text: string, edits: ShownFix['edits']): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

function download(text: string, title: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `${title}.loyalty`;
  link.click();
  URL.revokeObjectURL(link.href);
}
