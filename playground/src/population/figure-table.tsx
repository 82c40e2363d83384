import type { CrowdFigure } from '../play/crowd.ts';
import { useWords } from '../words/dictionary.ts';

/** Every figure of a population, beside those of the version that was kept. */
export function FigureTable({ figures }: { readonly figures: readonly CrowdFigure[] }) {
  const { t } = useWords();
  const compares = figures.some(({ kept }) => kept !== null);
  return (
    <table className="ledger crowd">
      <thead>
        <tr>
          <th scope="col">{t.figure}</th>
          <th scope="col" className="number">
            {t.now}
          </th>
          {compares ? (
            <>
              <th scope="col" className="number">
                {t.keptVersion}
              </th>
              <th scope="col" className="number">
                {t.difference}
              </th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ id, wallet, text, share, kept, difference }) => (
          <tr key={`${id} ${wallet}`}>
            <th scope="row">
              {t.crowd[id]}
              {wallet === null ? null : <small> {wallet}</small>}
            </th>
            <td className="number">
              {text}
              {share === null ? null : <small>{share}</small>}
            </td>
            {compares ? (
              <>
                <td className="number">{kept}</td>
                <td className="number">{difference}</td>
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
