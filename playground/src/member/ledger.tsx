import { Button } from 'react-aria-components';
import { dateText, timeText } from '../house/dates.ts';
import type { LedgerRow, Picture } from '../play/picture.ts';
import { useWords } from '../words/dictionary.ts';
import { walletName } from './figures.tsx';
import type { WhyQuestion } from './why-panel.tsx';

/** Every movement of points and money, latest first, each with its reason. */
export function Ledger({
  picture,
  onWhy,
}: {
  readonly picture: Picture;
  readonly onWhy: (question: WhyQuestion) => void;
}) {
  const { t } = useWords();
  return (
    <section aria-labelledby="ledger-title">
      <header className="part-head">
        <h3 id="ledger-title">{t.ledger}</h3>
      </header>
      {picture.ledger.length === 0 ? (
        <p className="empty">{t.ledgerEmpty}</p>
      ) : (
        <LedgerTable rows={picture.ledger.toReversed()} picture={picture} onWhy={onWhy} />
      )}
    </section>
  );
}

interface TableProps {
  readonly rows: readonly LedgerRow[];
  readonly picture: Picture;
  readonly onWhy: (question: WhyQuestion) => void;
}

export function LedgerTable({ rows, picture, onWhy }: TableProps) {
  const { t } = useWords();
  const units = new Map(picture.figures.map((figure) => [figure.wallet, walletName(figure, t.storedValue)]));
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t.date}</th>
          <th scope="col" className="number">
            {t.change}
          </th>
          <th scope="col" className="number">
            {t.balance}
          </th>
          <th scope="col">{t.because}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, item, at, wallet, change, isGain, balance, reason }) => (
          <tr key={number}>
            <td>
              <time dateTime={at}>
                {dateText(at, t.locale)} <small>{timeText(at)}</small>
              </time>
            </td>
            <td className="number">
              {item === null ? (
                <span className={isGain ? 'gain' : 'loss'}>{change}</span>
              ) : (
                <Button
                  className={isGain ? 'changes gain' : 'changes loss'}
                  aria-label={`${change}. ${t.whyThis}`}
                  onPress={() => onWhy({ kind: 'item', item })}
                >
                  {change}
                </Button>
              )}
            </td>
            <td className="number">
              <span className="unseen">{units.get(wallet) ?? wallet}: </span>
              {balance}
            </td>
            <td className="reason">{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
