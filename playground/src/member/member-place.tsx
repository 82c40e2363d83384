import { PlaceTabs } from '../house/place-tabs.tsx';
import type { Picture } from '../play/picture.ts';
import type { Story } from '../play/story.ts';
import type { Shown } from '../play/workshop.ts';
import type { Shared } from '../share/link.ts';
import { useWords } from '../words/dictionary.ts';
import { Figures } from './figures.tsx';
import { History } from './history.tsx';
import { Ledger } from './ledger.tsx';
import { Profile } from './profile.tsx';
import { RuleList } from './rule-list.tsx';
import { SettingSliders } from './setting-sliders.tsx';
import type { WhyQuestion } from './why-panel.tsx';

interface MemberProps {
  readonly work: Shared | null;
  readonly shown: Shown | null;
  readonly onChange: (part: Partial<Shared>) => void;
  readonly onWhy: (question: WhyQuestion) => void;
  readonly onShowLine: (line: number) => void;
  readonly onPlace: (place: 'member' | 'population') => void;
}

/** One member: what happened, and what the rules made of it. */
export function MemberPlace({ work, shown, onChange, onWhy, onShowLine, onPlace }: MemberProps) {
  const { t } = useWords();
  const picture = shown?.picture ?? null;
  const isStale = shown?.isBroken === true;
  const story = work?.story ?? null;
  const onStory = (next: Story) => onChange({ story: next });
  return (
    <section className="member" aria-label={t.member}>
      <header className="place-head">
        <PlaceTabs place="member" onPlace={onPlace} />
        {picture === null || story === null ? null : <Until picture={picture} story={story} onStory={onStory} />}
      </header>
      {isStale && picture !== null ? (
        <p className="stale-note" role="status">
          {t.broken}
        </p>
      ) : null}
      {picture === null || work === null || story === null ? (
        <p className="waiting">{shown === null ? t.loading : t.nothingYet}</p>
      ) : (
        <div className={isStale ? 'member-body stale' : 'member-body'}>
          <Figures picture={picture} onWhy={onWhy} />
          <SettingSliders
            ranges={picture.about.settings}
            settings={work.settings}
            onSettings={(settings) => onChange({ settings })}
          />
          <Profile story={story} onStory={onStory} />
          <History picture={picture} story={story} onStory={onStory} onWhy={onWhy} />
          <RuleList picture={picture} onShowLine={onShowLine} />
          <Ledger picture={picture} onWhy={onWhy} />
          <p className="hint">{t.updatedIn(shown?.tookMs ?? 0)}</p>
        </div>
      )}
    </section>
  );
}

/** The day on which the member is looked at: time can pass without anything happening. */
function Until({
  picture,
  story,
  onStory,
}: {
  readonly picture: Picture;
  readonly story: Story;
  readonly onStory: (story: Story) => void;
}) {
  const { t } = useWords();
  return (
    <label className="until">
      <span>{t.memberUntil}</span>
      <input
        type="date"
        className="field"
        value={story.until ?? picture.until}
        onChange={({ target }) => onStory({ ...story, until: target.value === '' ? null : target.value })}
      />
    </label>
  );
}
