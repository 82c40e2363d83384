import { useEffect, useRef } from 'react';
import type { RuleEffect } from '../play/picture.ts';
import type { ShownProblem } from '../play/workshop.ts';
import { rangeOf } from './help.ts';
import { type HelpSetting, LANGUAGE_ID, monaco, setUp, themeName } from './monaco.ts';

export interface EditorProps extends HelpSetting {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly problems: readonly ShownProblem[];
  /** What stands behind each rule's header: "acted 3 times, +264 points". */
  readonly notes: readonly { readonly effect: RuleEffect; readonly note: string }[];
  readonly isDark: boolean;
  readonly label: string;
  /** A place to show; a new object shows it again. */
  readonly shownAt: { readonly line: number } | null;
}

let isSetUp = false;

/** Monaco with Laurel's help. The text belongs to the page: what is typed goes out, what comes in is one step of undo. */
export default function Editor(props: EditorProps) {
  const holder = useRef<HTMLDivElement>(null);
  const made = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  const latest = useRef(props);
  // What was typed comes back as the page's text, sometimes after more was typed: only other texts are put in.
  const sent = useRef<string[]>([]);
  latest.current = props;

  useEffect(() => {
    const element = holder.current;
    if (element === null) return;
    if (!isSetUp) setUp({ workshop: latest.current.workshop, language: () => latest.current.language() });
    isSetUp = true;
    const model = monaco.editor.createModel(latest.current.text, LANGUAGE_ID);
    const editor = monaco.editor.create(element, { ...OPTIONS, model, ariaLabel: latest.current.label });
    const listening = model.onDidChangeContent(() => {
      const value = model.getValue();
      sent.current.push(value);
      latest.current.onText(value);
    });
    const fixes = provideFixes(model, latest);
    made.current = editor;
    return () => {
      for (const one of [listening, fixes, editor, model]) one.dispose();
      made.current = null;
    };
  }, []);

  const { text, problems, notes, isDark, label, shownAt } = props;
  useEffect(() => {
    const editor = made.current;
    const model = editor?.getModel();
    const known = sent.current.lastIndexOf(text);
    if (known >= 0) sent.current.splice(0, known);
    if (!editor || !model || known >= 0 || model.getValue() === text) return;
    editor.pushUndoStop();
    model.pushEditOperations(editor.getSelections(), changeTo(model, text), () => null);
    editor.pushUndoStop();
  }, [text]);
  useEffect(() => {
    const model = made.current?.getModel();
    if (model)
      monaco.editor.setModelMarkers(
        model,
        'laurel',
        problems.map((problem) => markerOf(model, problem)),
      );
  }, [problems]);
  useEffect(() => {
    monaco.editor.setTheme(themeName(isDark ? 'dark' : 'light'));
  }, [isDark]);
  useEffect(() => {
    made.current?.updateOptions({ ariaLabel: label });
  }, [label]);
  useNotes(made, notes);
  useShownLine(made, shownAt);
  return <div ref={holder} className="editor" />;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily:
    'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace',
  fontSize: 14,
  lineHeight: 24,
  lineNumbersMinChars: 3,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  wordWrap: 'on',
  wrappingIndent: 'indent',
  padding: { top: 16, bottom: 24 },
  tabSize: 2,
  renderLineHighlight: 'line',
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  'semanticHighlighting.enabled': true,
  quickSuggestions: { other: true, strings: true, comments: false },
  wordBasedSuggestions: 'off',
  suggest: { showIcons: false, showWords: false, preview: false, showStatusBar: false },
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  stickyScroll: { enabled: false },
  links: false,
  colorDecorators: false,
  fixedOverflowWidgets: true,
  guides: { indentation: false },
  occurrencesHighlight: 'off',
  accessibilitySupport: 'auto',
  tabFocusMode: false,
  scrollbar: {
    verticalScrollbarSize: 10,
    horizontalScrollbarSize: 10,
    useShadows: false,
    alwaysConsumeMouseWheel: false,
  },
};

type Held<T> = { readonly current: T };

/** The page has the ways out of each problem; the light bulb offers them where the problem is. */
function provideFixes(model: monaco.editor.ITextModel, latest: Held<EditorProps>): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider(LANGUAGE_ID, {
    provideCodeActions(asked, range) {
      const [start, end] = [
        asked.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
        asked.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
      ];
      const here = asked === model ? latest.current.problems.filter((one) => one.start <= end && start <= one.end) : [];
      const actions = here.flatMap((problem) =>
        problem.fixes.map((fix) => ({
          title: fix.title,
          kind: 'quickfix',
          isPreferred: fix.safe,
          diagnostics: [markerOf(model, problem)],
          edit: {
            edits: fix.edits.map(({ text, ...span }) => ({
              resource: model.uri,
              versionId: model.getVersionId(),
              textEdit: { range: rangeOf(model, span), text },
            })),
          },
        })),
      );
      return { actions, dispose: () => undefined };
    },
  });
}

function markerOf(
  model: monaco.editor.ITextModel,
  { start, end, severity, message, hint }: ShownProblem,
): monaco.editor.IMarkerData {
  return {
    ...rangeOf(model, { start, end: Math.max(end, start + 1) }),
    severity: severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: hint === null ? message : `${message}\n${hint}`,
  };
}

/** One edit over what differs, so that the cursor and the view stay where they are. */
function changeTo(model: monaco.editor.ITextModel, text: string): monaco.editor.IIdentifiedSingleEditOperation[] {
  const before = model.getValue();
  let start = 0;
  while (start < before.length && start < text.length && before[start] === text[start]) start += 1;
  let same = 0;
  const most = Math.min(before.length, text.length) - start;
  while (same < most && before[before.length - 1 - same] === text[text.length - 1 - same]) same += 1;
  const range = rangeOf(model, { start, end: before.length - same });
  return [{ range: monaco.Range.lift(range), text: text.slice(start, text.length - same) }];
}

function useNotes(made: Held<monaco.editor.IStandaloneCodeEditor | null>, notes: EditorProps['notes']): void {
  const drawn = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  useEffect(() => {
    const editor = made.current;
    const model = editor?.getModel();
    if (!editor || !model) return;
    drawn.current ??= editor.createDecorationsCollection();
    drawn.current.set(
      notes
        .filter(({ effect }) => effect.line <= model.getLineCount())
        .map(({ effect, note }) => {
          const column = model.getLineMaxColumn(effect.line);
          return {
            range: new monaco.Range(effect.line, column, effect.line, column),
            options: {
              after: { content: `   ${note}`, inlineClassName: effect.acted > 0 ? 'rule-note' : 'rule-note idle' },
              showIfCollapsed: true,
            },
          };
        }),
    );
  }, [made, notes]);
}

function useShownLine(made: Held<monaco.editor.IStandaloneCodeEditor | null>, shownAt: EditorProps['shownAt']): void {
  const drawn = useRef<monaco.editor.IEditorDecorationsCollection | null>(null);
  useEffect(() => {
    const editor = made.current;
    if (!editor) return;
    drawn.current ??= editor.createDecorationsCollection();
    if (shownAt === null) {
      drawn.current.clear();
      return;
    }
    const { line } = shownAt;
    editor.revealLineInCenterIfOutsideViewport(line);
    drawn.current.set([
      {
        range: new monaco.Range(line, 1, line, 1),
        options: { isWholeLine: true, className: 'shown-line', linesDecorationsClassName: 'shown-mark' },
      },
    ]);
  }, [made, shownAt]);
}
