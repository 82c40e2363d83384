import { Button } from 'react-aria-components';
import type { Picture } from '../play/picture.ts';
import { givesText } from '../rules/effect-text.ts';
import { useWords } from '../words/dictionary.ts';

/** What each rule did for this member; a rule's name leads to its line. */
export function RuleList({
  picture,
  onShowLine,
}: {
  readonly picture: Picture;
  readonly onShowLine: (line: number) => void;
}) {
  const { t } = useWords();
  if (picture.rules.length === 0) return null;
  return (
    <section aria-labelledby="effects-title">
      <header className="part-head">
        <h3 id="effects-title">{t.ruleEffects}</h3>
      </header>
      <ul className="effects">
        {picture.rules.map((effect) => {
          const { rule, line, acted } = effect;
          return (
            <li key={rule} className={acted === 0 ? 'idle' : undefined}>
              <Button className="link plain" onPress={() => onShowLine(line)}>
                {rule}
              </Button>
              <span>{t.actedTimes(acted)}</span>
              <span className="gives">{givesText(effect, t).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      <p className="hint">{t.withoutIt}</p>
    </section>
  );
}
