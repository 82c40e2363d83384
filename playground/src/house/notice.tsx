import { Button } from 'react-aria-components';
import { useWords } from '../words/dictionary.ts';
import { Icon } from './icons.tsx';
import type { Notice } from './use-work.ts';

interface NoticeProps {
  readonly notice: Notice;
  /** The page itself failed. */
  readonly failed: boolean;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** One line under the bar that tells what happened to the page. */
export function NoticeLine({ notice, failed, onBack, onClose }: NoticeProps) {
  const { t } = useWords();
  const texts = { opened: t.opened, replaced: t.replaced, damaged: t.badLink, newer: t.newerLink };
  const text = failed ? t.failed : notice === null ? null : texts[notice];
  const canGoBack = notice === 'opened' || notice === 'replaced';
  return (
    <div className="notice-place" role="status">
      {text === null ? null : (
        <p className="notice">
          <span>{text}</span>
          {failed ? (
            <Button className="link" onPress={() => location.reload()}>
              {t.again}
            </Button>
          ) : null}
          {!failed && canGoBack ? (
            <Button className="link" onPress={onBack}>
              {t.openedBack}
            </Button>
          ) : null}
          {failed ? null : (
            <Button className="quiet square" aria-label={t.close} onPress={onClose}>
              <Icon name="close" />
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
