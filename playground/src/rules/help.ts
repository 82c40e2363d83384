import type { Completion, HighlightKind, InsertPart } from '@laurel/language/services';
import type * as Monaco from 'monaco-editor/editor';
import { dictionary } from '../words/dictionary.ts';
import type { HelpSetting } from './monaco.ts';

/** Hands the editor services to Monaco: offsets become positions, plain data becomes what Monaco wants. */

/** The kinds of stretch, in the order in which Monaco numbers them. */
const KINDS: readonly HighlightKind[] = [
  'keyword',
  'declaration',
  'name',
  'word',
  'joint',
  'amount',
  'date',
  'mark',
  'comment',
  'strange',
];

export function provideHelp(monaco: typeof Monaco, id: string, { workshop, language }: HelpSetting): void {
  const { languages } = monaco;
  languages.registerDocumentSemanticTokensProvider(id, {
    getLegend: () => ({ tokenTypes: [...KINDS], tokenModifiers: [] }),
    async provideDocumentSemanticTokens(model) {
      const version = model.getVersionId();
      const found = await workshop.highlights(model.getValue());
      // More was typed meanwhile: Monaco will ask again.
      return model.isDisposed() || model.getVersionId() !== version ? null : { data: semanticData(model, found) };
    },
    releaseDocumentSemanticTokens: () => undefined,
  });
  languages.registerCompletionItemProvider(id, {
    triggerCharacters: [' ', '"', '「', '“'],
    async provideCompletionItems(model, position) {
      const text = model.getValue();
      const items = await workshop.completions(text, model.getOffsetAt(position), language());
      return { suggestions: items.map((item, i) => suggestion(monaco, model, position, item, i)), incomplete: true };
    },
  });
  languages.registerHoverProvider(id, {
    async provideHover(model, position) {
      const viewer = { language: language(), today: today() };
      const found = await workshop.hover(model.getValue(), model.getOffsetAt(position), viewer);
      if (found === null) return null;
      const lines = [
        `**${escaped(found.title)}**`,
        ...found.lines.map(escaped),
        ...found.facts.map((fact) => `*${escaped(fact)}*`),
      ];
      return { range: rangeOf(model, found.span), contents: lines.map((value) => ({ value })) };
    },
  });
  languages.registerDefinitionProvider(id, {
    async provideDefinition(model, position) {
      const span = await workshop.definition(model.getValue(), model.getOffsetAt(position));
      return span === null ? null : { uri: model.uri, range: rangeOf(model, span) };
    },
  });
  languages.registerReferenceProvider(id, {
    async provideReferences(model, position) {
      const found = await workshop.references(model.getValue(), model.getOffsetAt(position));
      return found.map(({ span }) => ({ uri: model.uri, range: rangeOf(model, span) }));
    },
  });
  provideStructure(monaco, id, { workshop, language });
  provideRename(monaco, id, { workshop, language });
}

function provideStructure({ languages }: typeof Monaco, id: string, { workshop, language }: HelpSetting): void {
  languages.registerInlayHintsProvider(id, {
    async provideInlayHints(model, range) {
      const [start, end] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())];
      const notes = await workshop.inlays(model.getValue(), start, end, language());
      return {
        hints: notes.map(({ offset, text }) => ({
          label: text,
          position: model.getPositionAt(offset),
          paddingLeft: true,
        })),
        dispose: () => undefined,
      };
    },
  });
  languages.registerFoldingRangeProvider(id, {
    async provideFoldingRanges(model) {
      const folds = await workshop.folds(model.getValue());
      return folds.map(({ start, end }) => ({
        start: model.getPositionAt(start).lineNumber,
        end: model.getPositionAt(end).lineNumber,
      }));
    },
  });
  languages.registerDocumentSymbolProvider(id, {
    async provideDocumentSymbols(model) {
      const items = await workshop.outline(model.getValue());
      return items.map(({ title, span, header }) => ({
        name: title,
        detail: '',
        kind: languages.SymbolKind.Namespace,
        tags: [],
        range: rangeOf(model, span),
        selectionRange: rangeOf(model, header),
      }));
    },
  });
  languages.registerDocumentFormattingEditProvider(id, {
    async provideDocumentFormattingEdits(model) {
      const text = await workshop.rewrite(model.getValue(), 'same');
      return text === null ? [] : [{ range: model.getFullModelRange(), text }];
    },
  });
}

function provideRename({ languages }: typeof Monaco, id: string, { workshop, language }: HelpSetting): void {
  languages.registerRenameProvider(id, {
    async provideRenameEdits(model, position, name) {
      const done = await workshop.rename(model.getValue(), model.getOffsetAt(position), name);
      if (!done.ok) return { edits: [], rejectReason: dictionary(language()).renaming[done.why] };
      const edits = done.edits.map(({ span, text }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: { range: rangeOf(model, span), text },
      }));
      return { edits };
    },
    async resolveRenameLocation(model, position) {
      const here = model.getOffsetAt(position);
      const all = await workshop.references(model.getValue(), here);
      const found = all.find(({ span }) => span.start <= here && here <= span.end);
      const range = rangeOf(model, found?.span ?? { start: here, end: here });
      return found === undefined
        ? { range, text: '', rejectReason: dictionary(language()).renaming.noName }
        : { range, text: found.name };
    },
  });
}

/** Five numbers for each stretch, each relative to the one before, as Monaco counts them. */
function semanticData(
  model: Monaco.editor.ITextModel,
  highlights: readonly { kind: HighlightKind; span: { start: number; end: number } }[],
): Uint32Array {
  const data: number[] = [];
  let [line, column] = [1, 1];
  for (const { kind, span } of highlights) {
    const { lineNumber, column: at } = model.getPositionAt(span.start);
    data.push(
      lineNumber - line,
      lineNumber === line ? at - column : at - 1,
      span.end - span.start,
      KINDS.indexOf(kind),
      0,
    );
    [line, column] = [lineNumber, at];
  }
  return new Uint32Array(data);
}

function suggestion(
  { languages }: typeof Monaco,
  model: Monaco.editor.ITextModel,
  position: Monaco.Position,
  { kind, label, doc, insert, replace }: Completion,
  order: number,
): Monaco.languages.CompletionItem {
  const range = rangeOf(model, replace);
  const { CompletionItemKind, CompletionItemInsertTextRule } = languages;
  return {
    label,
    kind:
      kind === 'name'
        ? CompletionItemKind.Reference
        : kind === 'section'
          ? CompletionItemKind.Module
          : CompletionItemKind.Text,
    ...(doc === null ? {} : { documentation: doc }),
    insertText: snippet(insert),
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    range,
    // The service has chosen already; Monaco is to show all of it, in this order.
    filterText: model.getValueInRange({ ...range, endLineNumber: position.lineNumber, endColumn: position.column }),
    sortText: String(order).padStart(4, '0'),
  };
}

function snippet(parts: readonly InsertPart[]): string {
  let stop = 0;
  const filled = parts.map((part) => {
    if ('text' in part) return part.text.replace(/[\\$}]/g, '\\$&');
    stop += 1;
    const choices = part.choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&'));
    return choices.length > 1
      ? `\${${stop}|${choices.join(',')}|}`
      : `\${${stop}:${part.gap.replace(/[\\$}]/g, '\\$&')}}`;
  });
  return filled.join('');
}

export function rangeOf(
  model: Monaco.editor.ITextModel,
  { start, end }: { start: number; end: number },
): Monaco.IRange {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

/** Text in a hover is text: nothing a file says becomes a link or an image. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&');
}

/** The reader's own date; the hover counts from it. */
function today(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
