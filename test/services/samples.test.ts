import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, prose } from '@laurel/language';
import {
  actions,
  completions,
  type Document,
  definition,
  documentOf,
  folds,
  formatting,
  highlights,
  hover,
  inlays,
  outline,
  references,
  rename,
} from '@laurel/language/services';
import { describe, expect, it } from 'vitest';
import { type Edit, type Language, placesIn, type Span } from '../../packages/language/src/index.ts';

/**
 * A folder per case: `input.loyalty` with `‸` where the cursor is, and `ask`, one question on each line. What is answered
 * stands in `answers.txt`; UPDATE writes it.
 */

const folder = fileURLToPath(new URL('../samples/services/', import.meta.url));
const CURSOR = '‸';
const TODAY = '2026-04-20';

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const marked = readFileSync(`${folder}${name}/input.loyalty`, 'utf8');
  const cursor = Math.max(0, marked.indexOf(CURSOR));
  const document = documentOf(marked.replace(CURSOR, ''));
  const asked = readFileSync(`${folder}${name}/ask`, 'utf8').trim().split('\n');

  it('is answered', async () => {
    const answers = asked.map((question) => `? ${question}\n${answerTo(question, document, cursor)}\n`);
    await expect(answers.join('\n')).toMatchFileSnapshot(`${folder}${name}/answers.txt`);
  });
});

function answerTo(question: string, document: Document, cursor: number): string {
  const [what = '', ...rest] = question.split(' ');
  const { text, language } = document;
  const whole = { start: 0, end: text.length };
  const at = (span: Span) => shown(text, span);
  const reader: Language = rest[0] === 'en' || rest[0] === 'zh' ? rest[0] : language;
  const only = question.includes(' is ') ? question.slice(question.indexOf(' is ') + ' is '.length) : null;
  switch (what) {
    case 'completions':
      // What is offered grows with the phrasebook: "is" picks the one that a case is about.
      return completions(document, cursor, reader)
        .filter(({ label }) => only === null || label === only)
        .map(({ kind, label, doc, insert, replace }) => {
          const parts = insert.map((part) =>
            'text' in part ? part.text : `{${[...new Set([part.gap, ...part.choices])].join('|')}}`,
          );
          return `${kind} ${label}\n  ${JSON.stringify(text.slice(replace.start, replace.end))} → ${JSON.stringify(parts.join(''))}\n  ${doc ?? '-'}`;
        })
        .join('\n');
    case 'hover': {
      const found = hover(document, cursor, { language: reader, today: TODAY });
      return found === null ? 'nothing' : [at(found.span), found.title, ...found.lines, ...found.facts].join('\n');
    }
    case 'definition': {
      const span = definition(document, cursor);
      return span === null ? 'nothing' : at(span);
    }
    case 'references':
      return references(document, cursor)
        .map(({ kind, role, span }) => `${role} of ${kind} ${at(span)}`)
        .join('\n');
    case 'rename': {
      const done = rename(document, cursor, rest.join(' '));
      return done.ok ? edited(text, done.edits) : `no: ${done.why}`;
    }
    case 'outline':
      return outline(document)
        .map(({ section, title, span }) => `${section}: ${title} ${at(span)}`)
        .join('\n');
    case 'folds':
      return folds(document).map(at).join('\n');
    case 'inlays':
      return inlays(document, whole, reader)
        .map((inlay) => `${at({ start: inlay.offset, end: inlay.offset })} ${inlay.text}`)
        .join('\n');
    case 'highlights':
      return highlights(document)
        .map(({ kind, span }) => `${kind} ${at(span)}`)
        .join('\n');
    case 'actions': {
      const { problems } = compile({ name: '', text });
      return actions(document, problems, { start: cursor, end: cursor }, reader)
        .map(
          ({ title, problem, edits, safe }) =>
            `${prose(problem, reader).message}\n  ${safe ? 'sure' : 'perhaps'}: ${title}\n${edited(text, edits)}`,
        )
        .join('\n');
    }
    case 'formatting':
      return formatting(document)?.text ?? 'nothing';
    default:
      throw new Error(`${what} is no service`);
  }
}

function shown(text: string, { start, end }: Span): string {
  const { line, column } = placesIn(text)(start);
  return `${line}:${column} ${JSON.stringify(text.slice(start, end))}`;
}

function edited(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, text: inserted }) => now.slice(0, span.start) + inserted + now.slice(span.end), text);
}
