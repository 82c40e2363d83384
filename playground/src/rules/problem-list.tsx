import { Button } from 'react-aria-components';
import { Icon } from '../house/icons.tsx';
import { Prose } from '../house/prose.tsx';
import type { ShownFix, ShownProblem } from '../play/workshop.ts';
import { useWords } from '../words/dictionary.ts';

interface ProblemListProps {
  readonly problems: readonly ShownProblem[];
  readonly isRead: boolean;
  readonly onFix: (fix: ShownFix) => void;
  readonly onShow: (line: number) => void;
}

const MOST_SHOWN = 20;

/** What does not fit in the file, in the merchant's words, each with its place and its ways out. */
export function ProblemList({ problems, isRead, onFix, onShow }: ProblemListProps) {
  const { t } = useWords();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [errors > 0 ? t.errors(errors) : null, warnings > 0 ? t.warnings(warnings) : null].filter(
    (one) => one !== null,
  );
  return (
    <section className="problems" aria-label={t.problems}>
      <p className={errors > 0 ? 'verdict bad' : 'verdict'} role="status">
        {isRead ? (
          <>
            <Icon name={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'check'} />
            {counts.length === 0 ? t.noProblems : counts.join(' · ')}
          </>
        ) : (
          t.loading
        )}
      </p>
      {problems.length === 0 ? null : (
        <ul>
          {problems.slice(0, MOST_SHOWN).map((problem, i) => (
            // Two problems of one kind can stand at one place; their order tells them apart.
            <li key={`${problem.code} ${problem.start} ${i}`} className={problem.severity}>
              <Icon name={problem.severity} />
              <div>
                <p>
                  <span className="unseen">{problem.severity === 'error' ? t.error : t.warning}: </span>
                  <Prose text={problem.message} />{' '}
                  <Button className="link" onPress={() => onShow(problem.line)}>
                    {t.line(problem.line)}
                  </Button>
                </p>
                {problem.hint === null ? null : (
                  <p className="hint">
                    <Prose text={problem.hint} />
                  </p>
                )}
                {problem.fixes.map((fix) => (
                  <Button key={fix.title} className="fix" onPress={() => onFix(fix)}>
                    {fix.title}
                  </Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
