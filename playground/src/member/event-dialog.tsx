import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { About } from '../play/picture.ts';
import { type EventBody, type Item, isBody, isRecord, type Story } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';
import { kindName } from './describe.ts';
import { EventFields } from './event-fields.tsx';

interface EventDialogProps {
  readonly item: Item;
  readonly story: Story;
  readonly about: About;
  readonly isNew: boolean;
  readonly onSave: (item: Item) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** One event: a form for what people usually say, and the whole of it as data. */
export function EventDialog({ item, story, about, isNew, onSave, onRemove, onClose }: EventDialogProps) {
  const { t } = useWords();
  const [at, setAt] = useState(item.at);
  const [body, setBody] = useState(item.body);
  const [data, setData] = useState<string | null>(item.body.kind === '' ? '{\n  "kind": ""\n}' : null);
  const fromData = data === null ? body : bodyIn(data);
  const save = () => {
    if (fromData !== null && at !== '') onSave({ id: item.id, at: at.slice(0, 16), body: fromData });
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(isOpen) => isOpen || onClose()} className="overlay">
      <Modal className="modal">
        <Dialog className="dialog">
          <Heading slot="title">{kindName(body.kind, t)}</Heading>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <label className="row">
              <span>{t.when}</span>
              <input
                type="datetime-local"
                className="field"
                required
                value={at}
                onChange={({ target }) => setAt(target.value)}
              />
            </label>
            {data === null ? (
              <EventFields body={body} onBody={setBody} story={story} about={about} />
            ) : (
              <label className="row">
                <span>{t.asData}</span>
                <textarea
                  className="field data"
                  rows={12}
                  spellCheck={false}
                  value={data}
                  onChange={({ target }) => setData(target.value)}
                  aria-invalid={fromData === null}
                />
              </label>
            )}
            {fromData === null ? (
              <p className="refusal" role="alert">
                {t.badData}
              </p>
            ) : null}
            <footer className="dialog-foot">
              <Button type="submit" className="button main" isDisabled={fromData === null}>
                {isNew ? t.add : t.save}
              </Button>
              <Button className="button" onPress={onClose}>
                {t.cancel}
              </Button>
              <Button
                className="link"
                onPress={() =>
                  data === null ? setData(JSON.stringify(body, null, 2)) : backToForm(data, setBody, setData)
                }
              >
                {data === null ? t.asData : t.edit}
              </Button>
              {isNew ? null : (
                <Button className="link danger" onPress={onRemove}>
                  {t.remove}
                </Button>
              )}
            </footer>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function backToForm(data: string, setBody: (body: EventBody) => void, setData: (data: null) => void): void {
  const body = bodyIn(data);
  if (body === null) return;
  setBody(body);
  setData(null);
}

/** The data as an event's body; null while it cannot be read. Whether it makes sense is for the engine to say. */
function bodyIn(data: string): EventBody | null {
  try {
    const value: unknown = JSON.parse(data);
    if (!isRecord(value)) return null;
    const { id: _, account: __, at: ___, ...body } = value;
    return isBody(body) && body.kind !== '' ? body : null;
  } catch {
    return null;
  }
}
