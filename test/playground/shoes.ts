import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStory } from '../../playground/src/play/story.ts';
import type { Shared } from '../../playground/src/share/link.ts';

/** A program and a member's history of the page's own, so that the tests of the page do not hang on the gallery's. */
const folder = fileURLToPath(new URL('../samples/playground/', import.meta.url));

export const shoes: Shared = {
  text: readFileSync(`${folder}shoes.loyalty`, 'utf8'),
  story: readStory(readFileSync(`${folder}shoes.ndjson`, 'utf8')).story,
  settings: {},
};
