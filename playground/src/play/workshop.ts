import { load, type Program } from '@laurel/engine';
import { type Compiled, compile, type Language, placesIn, print, prose } from '@laurel/language';
import * as services from '@laurel/language/services';
import { type Crowd, crowds, type Population } from './crowd.ts';
import { paint, type Sitting, whyOf } from './paint.ts';
import type { Picture, Why } from './picture.ts';
import type { Replay } from './replay.ts';
import type { Story } from './story.ts';

/** Everything that the page has, to be looked at. */
export interface Draft {
  readonly text: string;
  readonly story: Story;
  /** Values for settings, by name, where they are not the file's. */
  readonly settings: Readonly<Record<string, string>>;
  /** The reader's language. */
  readonly language: Language;
}

/** What came of a draft. The picture is of the last program that stood, when the text is broken. */
export interface Shown {
  readonly problems: readonly ShownProblem[];
  readonly picture: Picture | null;
  /** The text has errors: the picture is of what stood before. */
  readonly isBroken: boolean;
  /** The language of the file. */
  readonly language: Language;
  readonly title: string | null;
  readonly tookMs: number;
}

export interface ShownProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly message: string;
  readonly hint: string | null;
  readonly fixes: readonly ShownFix[];
}
export interface ShownFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A population and the version that it is played through; beside it the one that was kept to compare with. */
export interface AskedCrowd extends Version {
  readonly kept: Version | null;
  readonly population: Population;
  readonly language: Language;
}
export interface Version {
  readonly text: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The worker's side of the page. It remembers the last text that it read and the last program that stood. */
export interface Workshop {
  show(draft: Draft): Shown;
  why(item: string): Why | null;
  /** Plays a population; null: it was stopped, or a program does not stand. Told now and then how much is done. */
  crowd(asked: AskedCrowd, onDone: (share: number) => void): Promise<Crowd | null>;
  stopCrowd(): void;
  /** The file in the other language, or laid out anew in its own; null: nothing changes. */
  rewrite(text: string, to: Language | 'same'): string | null;
  completions(text: string, offset: number, language: Language): services.Completion[];
  hover(text: string, offset: number, viewer: services.Viewer): services.Hover | null;
  definition(text: string, offset: number): { start: number; end: number } | null;
  references(text: string, offset: number): services.Occurrence[];
  rename(text: string, offset: number, name: string): services.Renaming;
  highlights(text: string): services.Highlight[];
  inlays(text: string, start: number, end: number, language: Language): services.Inlay[];
  outline(text: string): services.OutlineItem[];
  folds(text: string): { start: number; end: number }[];
}

export function workshop(): Workshop {
  let read: { readonly text: string; readonly compiled: Compiled } | null = null;
  let sitting: Sitting | null = null;
  let played: Replay | null = null;

  const playCrowd = crowds();
  let crowdRun = 0;

  const compiledOf = (text: string): Compiled => {
    if (read?.text !== text) read = { text, compiled: compile({ name: 'program.loyalty', text }) };
    return read.compiled;
  };
  const documentOf = (text: string) => services.documentOf(text, compiledOf(text).tree);

  return {
    show({ text, story, settings, language }) {
      const start = performance.now();
      const compiled = compiledOf(text);
      const program = compiled.program ?? sitting?.program ?? null;
      const painted = program === null ? null : paintedWith(program, story, settings, language);
      sitting = painted?.sitting ?? sitting;
      played = painted?.played ?? played;
      return {
        problems: problemsOf(text, compiled, language),
        picture: painted?.picture ?? null,
        isBroken: compiled.program === null,
        language: compiled.language,
        title: compiled.program?.name ?? null,
        tookMs: performance.now() - start,
      };
    },
    why(item) {
      const step = played?.steps.find((one) => one.item.id === item);
      return sitting === null || step === undefined ? null : whyOf(sitting, step);
    },
    async crowd({ text, settings, kept, population, language }, onDone) {
      crowdRun += 1;
      const own = crowdRun;
      const { program } = compiledOf(text);
      const before = kept === null ? null : compile({ name: 'kept.loyalty', text: kept.text }).program;
      if (program === null) return null;
      const setting = {
        program,
        settings: fitting(program, settings),
        kept: before === null || kept === null ? null : { program: before, settings: fitting(before, kept.settings) },
        population,
        language,
      };
      return playCrowd(setting, async (share) => {
        onDone(share);
        await breath();
        return own === crowdRun;
      });
    },
    stopCrowd() {
      crowdRun += 1;
    },
    rewrite(text, to) {
      const { tree, language } = compiledOf(text);
      const printed = print(tree, to === 'same' ? language : to);
      return printed === text ? null : printed;
    },
    completions: (text, offset, language) => services.completions(documentOf(text), offset, language),
    hover: (text, offset, viewer) => services.hover(documentOf(text), offset, viewer),
    definition: (text, offset) => services.definition(documentOf(text), offset),
    references: (text, offset) => services.references(documentOf(text), offset),
    rename: (text, offset, name) => services.rename(documentOf(text), offset, name),
    highlights: (text) => services.highlights(documentOf(text)),
    inlays: (text, start, end, language) => services.inlays(documentOf(text), { start, end }, language),
    outline: (text) => services.outline(documentOf(text)),
    folds: (text) => services.folds(documentOf(text)),
  };
}

function paintedWith(program: Program, story: Story, asked: Draft['settings'], language: Language) {
  const settings = fitting(program, asked);
  const sitting: Sitting = { program, engine: load([program], { settings }), settings, story, language };
  return { sitting, ...paint(sitting) };
}

/** The values that a program has settings for, within their ranges. */
function fitting(program: Program, asked: Draft['settings']): Draft['settings'] {
  return Object.fromEntries(
    Object.entries(asked).filter(([name, value]) =>
      program.settings.some((one) => {
        const [least, most] = [Number(one.range.least), Number(one.range.most)];
        return one.name === name && Number(value) >= least && Number(value) <= most;
      }),
    ),
  );
}

/** Lets what waits go first: what was typed, or a wish to stop. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function problemsOf(text: string, { problems, tree }: Compiled, language: Language): ShownProblem[] {
  const place = placesIn(text);
  const document = services.documentOf(text, tree);
  return problems.map((problem) => {
    const { span } = problem.spans[0];
    const fixes = services.actions(document, [problem], span, language).map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ ...edit.span, text: edit.text })),
    }));
    const { message, hint } = prose(problem, language);
    return {
      code: problem.code,
      severity: problem.severity,
      ...span,
      line: place(span.start).line,
      message,
      hint,
      fixes,
    };
  });
}
