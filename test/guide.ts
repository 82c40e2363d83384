/** A step of the guide: what is typed, the whole file after it, and what the page must then say is wrong with it. */
export interface Step {
  readonly typed: string;
  readonly file: string;
  readonly told: readonly string[];
}

/** Each block of the language goes under what is there; a block of text after it is what the page says. */
export function stepsOf(guide: string): readonly Step[] {
  const steps: Step[] = [];
  for (const [, kind, body = ''] of guide.matchAll(/^```(loyalty|text)\n([\s\S]*?)^```$/gm)) {
    const last = steps.at(-1);
    if (kind === 'text') {
      if (last !== undefined) steps[steps.length - 1] = { ...last, told: [body.trim()] };
    } else steps.push({ typed: body, file: last === undefined ? body : `${last.file}\n${body}`, told: [] });
  }
  return steps;
}
