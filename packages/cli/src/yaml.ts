import { parseAllDocuments } from 'yaml';

/** What a YAML file holds: the value of each of its documents, or why it cannot be read. */
export type YamlReading =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly reason: string };

const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 64;

/**
 * Reads YAML that may come from anyone: no aliases, no tags, bounded size and depth. Every scalar stays the text that was
 * written (the failsafe schema), so that `300.10` never passes through a binary fraction and `no` stays a word.
 */
export function readYaml(text: string): YamlReading {
  if (text.length > MOST_CHARACTERS) return no(`is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters`);
  // The parser recurses, and a stack that overflows inside it can take the whole process down.
  if (isTooDeep(text)) return no(`is nested deeper than ${DEEPEST} levels`);
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: true });
  const values: unknown[] = [];
  for (const document of documents) {
    const [flaw] = [...document.errors, ...document.warnings];
    if (flaw !== undefined) return no(flaw.message.split('\n')[0]?.replace(/:$/, '') ?? flaw.message);
    try {
      values.push(document.toJS({ maxAliasCount: 0 }));
    } catch (error) {
      if (error instanceof ReferenceError) return no('has an alias (*name); write the value out instead');
      throw error;
    }
  }
  const told = values.filter((value) => value !== null && value !== '');
  return told.length === 0 ? no('is empty') : { ok: true, values: told };
}

function no(reason: string): YamlReading {
  return { ok: false, reason };
}

/** Brackets inside quotes are counted too: no file that people write comes near the bound. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  const markers = new RegExp(`^(?:[-?:][ \\t]+){${DEEPEST}}|^[ \\t]{${DEEPEST * 4}}`, 'm');
  return markers.test(text);
}
