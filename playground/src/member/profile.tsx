import { Button } from 'react-aria-components';
import { freshId, type Item, inOrder, isRecord, type Story, withItem } from '../play/story.ts';
import { useWords } from '../words/dictionary.ts';

/** Who the member is: what stands on the first joining of the history. */
export function Profile({ story, onStory }: { readonly story: Story; readonly onStory: (story: Story) => void }) {
  const { t } = useWords();
  const join = story.items.find(({ body }) => body.kind === 'join');
  if (join === undefined) {
    return (
      <div className="profile">
        <span className="hint">{t.notJoined}</span>
        <Button className="button" onPress={() => onStory(withItem(story, joining(story)))}>
          {t.joinNow}
        </Button>
      </div>
    );
  }
  const profile = isRecord(join.body.profile) ? join.body.profile : {};
  const birthday = typeof profile.birthday === 'string' ? profile.birthday : '';
  const setBirthday = (value: string) =>
    onStory(
      withItem(story, {
        ...join,
        body: { ...join.body, profile: { ...profile, birthday: value === '' ? null : value } },
      }),
    );
  return (
    <div className="profile">
      <label>
        <span>{t.birthday}</span>
        <input type="date" className="field" value={birthday} onChange={({ target }) => setBirthday(target.value)} />
      </label>
      <label>
        <span>{t.joined}</span>
        <input
          type="datetime-local"
          className="field"
          required
          value={join.at}
          onChange={({ target }) =>
            target.value !== '' && onStory(withItem(story, { ...join, at: target.value.slice(0, 16) }))
          }
        />
      </label>
    </div>
  );
}

/** One joins the day before anything else happens. */
function joining(story: Story): Item {
  const [first] = inOrder(story.items);
  const day = first === undefined ? new Date().toISOString().slice(0, 10) : dayBefore(first.at.slice(0, 10));
  return { id: freshId(story, 'join'), at: `${day}T10:00`, body: { kind: 'join', profile: { birthday: null } } };
}

const DAY_MS = 86_400_000;

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 2 * DAY_MS).toISOString().slice(0, 10);
}
