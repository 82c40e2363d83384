import { shapeOf } from '../1-parse/prefix-tree.ts';
import type { Language } from '../text.ts';

/** What stands for a value that is not there yet: `10 points`, 「…」. */
export function placeholderOf(type: string, language: Language): string {
  const shape = shapeOf(type);
  if (shape === null) return '…';
  if (shape.shape === 'list') return placeholderOf(shape.of, language);
  if (shape.shape === 'token') return shape.placeholder[language];
  return wordsOf(type, language)[0] ?? '…';
}

/** The words of which a slot holds one, in the wording that is printed; none for other slots. */
export function wordsOf(type: string, language: Language): readonly string[] {
  const shape = shapeOf(type);
  if (shape?.shape === 'list') return wordsOf(shape.of, language);
  if (shape?.shape !== 'words') return [];
  return Object.values(shape.words).flatMap((wordings) => wordings[language][0] ?? []);
}
