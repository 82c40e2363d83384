import { Button } from 'react-aria-components';
import type { Figure, Picture } from '../play/picture.ts';
import { useWords } from '../words/dictionary.ts';
import type { WhyQuestion } from './why-panel.tsx';

/** The numbers that people ask for first. Each tells why it stands there. */
export function Figures({
  picture,
  onWhy,
}: {
  readonly picture: Picture;
  readonly onWhy: (question: WhyQuestion) => void;
}) {
  const { t } = useWords();
  return (
    <ul className="figures">
      {picture.figures.map((figure) => (
        <li key={figure.wallet}>
          <Button className="figure" onPress={() => onWhy({ kind: 'wallet', wallet: figure.wallet })}>
            <span className="figure-name">{walletName(figure, t.storedValue)}</span>
            <span className={figure.isBelowZero ? 'figure-number below' : 'figure-number'}>
              <Numeral text={figure.text} name={figure.wallet} />
            </span>
            <span className="why-hint">{t.whyThis}</span>
          </Button>
          <Lots figure={figure} />
        </li>
      ))}
      <li>
        <div className="figure">
          <span className="figure-name">{t.status}</span>
          <span className="figure-word">{picture.status}</span>
        </div>
      </li>
    </ul>
  );
}

/** The built-in wallet has the engine's name; people read it in their language. */
export function walletName({ wallet, unit }: Pick<Figure, 'wallet' | 'unit'>, storedValue: string): string {
  return unit === 'money' ? storedValue : wallet;
}

/** The digits large, the unit small, unless the name of the wallet has said it. */
function Numeral({ text, name }: { readonly text: string; readonly name: string }) {
  const [, before = '', digits = text, after = ''] = /^([^\d]*)([\d,.]+)(.*)$/.exec(text) ?? [];
  return (
    <>
      {before}
      {digits}
      {after.trim() === name ? null : <small>{after}</small>}
    </>
  );
}

const MOST_LOTS = 6;

/** What the balance is made of, widest part first to be spent on the left; said in words for those who cannot see it. */
function Lots({ figure: { lots } }: { readonly figure: Figure }) {
  const { t } = useWords();
  if (lots.length === 0 || lots.every(({ expires }) => expires === null)) return null;
  return (
    <details className="lots">
      <summary>
        <span className="lot-band" aria-hidden="true">
          {lots.map((lot) => (
            <span key={`${lot.earned} ${lot.text} ${lot.expires}`} style={{ flexGrow: lot.share }} />
          ))}
        </span>
        {t.lots}
      </summary>
      <ul>
        {lots.slice(0, MOST_LOTS).map((lot) => (
          <li key={`${lot.earned} ${lot.text} ${lot.expires}`}>
            <span>{lot.text}</span> <span className="hint">{t.earnedOn(lot.earned)}</span>{' '}
            <span className="hint">{lot.expires === null ? t.neverExpires : t.expires(lot.expires)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
