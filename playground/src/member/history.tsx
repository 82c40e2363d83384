import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { dateText, timeText, weekdayText } from '../house/dates.ts';
import { Icon } from '../house/icons.tsx';
import type { Moment, Picture } from '../play/picture.ts';
import { type EventBody, freshId, type Item, type Story, withItem, withoutItem } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';
import { describe, kindName } from './describe.ts';
import { EventDialog } from './event-dialog.tsx';
import type { WhyQuestion } from './why-panel.tsx';

interface HistoryProps {
  readonly picture: Picture;
  readonly story: Story;
  readonly onStory: (story: Story) => void;
  readonly onWhy: (question: WhyQuestion) => void;
}

/** What happened to the member, in order, with what each event gave. Everything can be added, changed and taken out. */
export function History({ picture, story, onStory, onWhy }: HistoryProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<Item | null>(null);
  const moments = new Map(picture.moments.map((moment) => [moment.item, moment]));
  const add = (kind: string) => setOpen(begun(story, kind, picture.until));
  return (
    <section aria-labelledby="history-title">
      <header className="part-head">
        <h3 id="history-title">{t.history}</h3>
        <AddMenu onAdd={add} />
      </header>
      {story.items.length === 0 ? <p className="empty">{t.historyEmpty}</p> : null}
      <ol className="timeline">
        {story.items.map((item) => (
          <Row
            key={item.id}
            item={item}
            moment={moments.get(item.id)}
            onEdit={() => setOpen(item)}
            onWhy={() => onWhy({ kind: 'item', item: item.id })}
          />
        ))}
      </ol>
      {open === null ? null : (
        <EventDialog
          item={open}
          story={story}
          about={picture.about}
          isNew={!story.items.some(({ id }) => id === open.id)}
          onSave={(item) => {
            onStory(withItem(story, item));
            setOpen(null);
          }}
          onRemove={() => {
            onStory(withoutItem(story, open.id));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** What can be added with a form of its own; anything else goes in as data. */
const ADDED = ['purchase', 'return', 'visit', 'topUp', 'adjust', 'profile', 'leave', 'join', ''] as const;

function AddMenu({ onAdd }: { readonly onAdd: (kind: string) => void }) {
  const { t } = useWords();
  return (
    <MenuTrigger>
      <Button className="button">
        <Icon name="plus" /> {t.add}
      </Button>
      <Popover className="popover">
        <Menu className="menu" aria-label={t.addWhat} onAction={(key) => onAdd(String(key))}>
          {ADDED.map((kind) => (
            <MenuItem key={kind} id={kind}>
              {kind === '' ? t.otherKind : t.kinds[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface RowProps {
  readonly item: Item;
  readonly moment: Moment | undefined;
  readonly onEdit: () => void;
  readonly onWhy: () => void;
}

function Row({ item, moment, onEdit, onWhy }: RowProps) {
  const { t } = useWords();
  const isRefused = moment?.outcome === 'refused';
  const name = kindName(item.body.kind, t);
  const changes = moment?.changes ?? [];
  return (
    <li className={isRefused ? 'moment refused' : 'moment'}>
      <p className="moment-when">
        <time dateTime={item.at}>
          {dateText(item.at, t.locale)}
          <small>
            {weekdayText(item.at, t.locale)} {timeText(item.at)}
          </small>
        </time>
      </p>
      <div className="moment-what">
        <p>
          <strong>{name}</strong> <span className="moment-about">{describe(item, t)}</span>
        </p>
        {isRefused ? (
          <p className="refusal">
            <Icon name="error" /> <span className="unseen">{t.refused}: </span>
            {moment.notes.join(' ')}
          </p>
        ) : (
          (moment?.notes ?? []).map((note) => (
            <p className="hint" key={note}>
              {note}
            </p>
          ))
        )}
      </div>
      <p className="moment-result">
        {moment?.paid == null ? null : (
          <span className="paid">
            {moment.paid} <small>{t.paid}</small>
          </span>
        )}
        <Button
          className="changes"
          onPress={onWhy}
          aria-label={`${[...changes.map(({ text }) => text)].join(', ') || t.nothingHappened}. ${t.whyThis}`}
        >
          {changes.length === 0 ? <span className="none">{t.nothingHappened}</span> : null}
          {changes.map(({ wallet, text, isGain }) => (
            <span key={wallet} className={isGain ? 'gain' : 'loss'}>
              {text}
            </span>
          ))}
        </Button>
      </p>
      <Button
        className="quiet square"
        aria-label={`${t.edit}: ${name}, ${dateText(item.at, t.locale)}`}
        onPress={onEdit}
      >
        <Icon name="pencil" />
      </Button>
    </li>
  );
}

/** A new event on the day after the last one, with what it cannot do without. */
function begun(story: Story, kind: string, until: string): Item {
  const last = story.items.at(-1);
  const day = story.until ?? last?.at.slice(0, 10) ?? until;
  return {
    id: freshId(story, kind === '' ? 'e' : kind),
    at: `${day}T${last === undefined ? '12:00' : laterThan(last.at)}`,
    body: firstBody(kind, story),
  };
}

function laterThan(at: string): string {
  const [hour = 12] = at.slice(11).split(':').map(Number);
  return hour < 23 ? `${String(hour + 1).padStart(2, '0')}:00` : '23:59';
}

function firstBody(kind: string, story: Story): EventBody {
  switch (kind) {
    case 'purchase':
      return { kind, lines: [{ item: '1', quantity: '1', unitPrice: '100.00' }] };
    case 'return':
      return { kind, purchase: story.items.findLast(({ body }) => body.kind === 'purchase')?.id ?? '' };
    case 'topUp':
      return { kind, amount: '100.00' };
    case 'adjust':
      return { kind, wallet: '', amount: '10', reason: '—' };
    case 'join':
    case 'profile':
      return { kind, profile: { birthday: null } };
    default:
      return { kind };
  }
}
