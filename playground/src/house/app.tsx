import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { MemberPlace } from '../member/member-place.tsx';
import { WhyPanel, type WhyQuestion } from '../member/why-panel.tsx';
import { RulesPlace } from '../rules/rules-place.tsx';
import { dictionary, Words } from '../words/dictionary.ts';
import { Bar } from './bar.tsx';
import { NoticeLine } from './notice.tsx';
import { useShown } from './use-shown.ts';
import { useTaste } from './use-taste.ts';
import { useWork } from './use-work.ts';
import { openWorkshop } from './workshop.ts';

type Place = 'rules' | 'member' | 'population';

/** Nobody needs it before they ask for it. */
const PopulationPlace = lazy(() => import('../population/population-place.tsx'));

/** The page: rules on the left, the member they meet on the right; on a phone one after the other. */
export function App() {
  const { taste, isDark, change: changeTaste } = useTaste();
  const { language } = taste;
  const words = useMemo(() => ({ language, t: dictionary(language) }), [language]);
  const [workshop] = useState(openWorkshop);
  const { work, change, replace, notice, dismiss, goBack } = useWork(language);
  const { shown, failed } = useShown(workshop, work, language);
  const [place, setPlace] = useState<Place>('rules');
  const [right, setRight] = useState<'member' | 'population'>('member');
  const [question, setQuestion] = useState<WhyQuestion | null>(null);
  const [shownAt, setShownAt] = useState<{ readonly line: number } | null>(null);
  const asked = useRef<Element | null>(null);

  const ask = useCallback((next: WhyQuestion) => {
    asked.current = document.activeElement;
    setQuestion(next);
  }, []);
  const closeWhy = useCallback(() => {
    setQuestion(null);
    setShownAt(null);
    if (asked.current instanceof HTMLElement) asked.current.focus();
  }, []);
  const showLine = useCallback((line: number) => {
    setPlace('rules');
    setShownAt({ line });
  }, []);

  const go = (next: Place) => {
    setPlace(next);
    if (next !== 'rules') setRight(next);
  };

  const { t } = words;
  return (
    <Words value={words}>
      <div className="app" data-place={place} data-right={right}>
        <Bar work={work} shown={shown} taste={taste} onTaste={changeTaste} onOpen={replace} />
        <NoticeLine notice={notice} failed={failed} onBack={goBack} onClose={dismiss} />
        <nav className="places" aria-label={t.places}>
          {(['rules', 'member', 'population'] as const).map((one) => (
            <button key={one} type="button" aria-current={place === one ? 'page' : undefined} onClick={() => go(one)}>
              {t[one]}
            </button>
          ))}
        </nav>
        <main>
          <RulesPlace
            workshop={workshop}
            text={work?.text ?? null}
            onText={(text) => change({ text })}
            shown={shown}
            isDark={isDark}
            shownAt={shownAt}
            onShowLine={showLine}
          />
          {right === 'member' ? (
            <MemberPlace work={work} shown={shown} onChange={change} onWhy={ask} onShowLine={showLine} onPlace={go} />
          ) : (
            <Suspense fallback={<p className="waiting">{t.loading}</p>}>
              <PopulationPlace workshop={workshop} work={work} shown={shown} onChange={change} onPlace={go} />
            </Suspense>
          )}
          {question === null || shown?.picture == null ? null : (
            <WhyPanel
              key={JSON.stringify(question)}
              question={question}
              workshop={workshop}
              picture={shown.picture}
              story={work?.story ?? { items: [], until: null }}
              onAsk={setQuestion}
              onShowLine={setShownAt}
              onClose={closeWhy}
            />
          )}
        </main>
      </div>
    </Words>
  );
}
