import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Icon } from '../house/icons.tsx';
import { useWords } from '../words/dictionary.ts';
import { fragmentOf, type Shared } from './link.ts';

/** Makes a link to what is on the page and puts it on the clipboard. */
export function ShareButton({ work }: { readonly work: Shared | null }) {
  const { t } = useWords();
  const [link, setLink] = useState<{ readonly url: string | null; readonly isCopied: boolean } | null>(null);
  const share = async () => {
    if (work === null) return;
    const fragment = await fragmentOf(work);
    if (fragment === null) return setLink({ url: null, isCopied: false });
    const url = `${location.origin}${location.pathname}${fragment}`;
    const isCopied = await copied(url);
    setLink({ url, isCopied });
  };
  return (
    <DialogTrigger onOpenChange={(isOpen) => void (isOpen ? share() : setLink(null))}>
      <Button className="quiet">
        <Icon name="share" /> {t.share}
      </Button>
      <Popover className="popover">
        <Dialog className="share" aria-label={t.share}>
          {link === null ? null : link.url === null ? (
            <p role="alert">{t.shareTooLong}</p>
          ) : (
            <>
              <p role="status">
                <strong>{link.isCopied ? t.shareCopied : t.shareByHand}</strong>
              </p>
              <input
                className="field"
                aria-label={t.shareByHand}
                readOnly
                value={link.url}
                onFocus={(event) => event.target.select()}
              />
              <p className="hint">{t.shareCopiedHint}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Not every browser lets a page write to the clipboard; then the link is there to be copied by hand. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
