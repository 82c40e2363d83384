import type { Tree } from '../1-parse/tree.ts';
import type { Problem } from '../problem.ts';
import { checkAwards } from './awards.ts';
import { checkEvents } from './events.ts';
import { checkExpiry } from './expiry.ts';
import { checkFacts } from './facts.ts';
import { checkMeaning } from './meaning.ts';
import { type Model, modelOf } from './model.ts';
import { checkNames, declarationsIn } from './names.ts';
import { checkSections } from './sections.ts';
import { checkSettings } from './settings.ts';
import { checkTiers } from './tiers.ts';
import { checkTriggers } from './triggers.ts';
import { checkValues } from './values.ts';

/** A tree sorted for lowering, and everything that can be said about it without running it. */
export interface Checked {
  readonly model: Model;
  readonly problems: readonly Problem[];
}

/** Names, what each section needs, values and units, settings, and what a rule may ask for when. */
export function check(tree: Tree): Checked {
  const model = modelOf(tree);
  const problems = [
    ...checkSections(tree, model),
    ...checkNames(tree, declarationsIn(tree)),
    ...checkValues(tree, model),
    ...checkSettings(tree, model),
    ...checkExpiry(model),
    ...checkTriggers(model),
    ...checkAwards(model),
    ...checkFacts(model),
    ...checkEvents(model),
    ...checkMeaning(model),
    ...checkTiers(model),
  ];
  return { model, problems };
}
