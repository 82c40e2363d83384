import type { About } from '../play/picture.ts';
import type { EventBody, Story } from '../play/story.ts';

/** What the forms of events share. */
export interface FieldsProps {
  readonly body: EventBody;
  readonly onBody: (body: EventBody) => void;
  readonly story: Story;
  readonly about: About;
}

/** A text of an event's body; anything else shows as empty. */
export function stated(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
