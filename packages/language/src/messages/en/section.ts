import type { NameKind } from '../../phrases/slots.ts';
import type { ProblemParams } from '../../problem.ts';
import { type Prose, type SectionProblem, say } from '../telling.ts';
import { KIND } from './kinds.ts';

export function section(problem: SectionProblem): Prose {
  switch (problem.code) {
    case 'unknown-name': {
      const { name, kind, nearest } = problem.params;
      const message = `There ${PLURAL.has(kind) ? 'are' : 'is'} no ${KIND[kind]} named "${name}".`;
      if (nearest !== null) return say(`${message} Did you mean "${nearest}"?`);
      return say(message, toName(kind, name));
    }
    case 'name-taken':
      return say(
        `There are two ${KIND[problem.params.kind]} sections named "${problem.params.name}".`,
        'Give one of them another name, or put their sentences together.',
      );
    case 'empty-name':
      return say('This name is empty.', 'Write a name between the quotes.');
    case 'missing-section':
      return problem.params.section === 'program'
        ? say('The file does not say which program it is.', 'Begin with: program "Your program" version "1":')
        : say(
            'This gives or multiplies points, but the file has no points section.',
            'Add a section: points "points":',
          );
    case 'repeated-section': {
      const name = problem.params.section === 'stacking' ? 'if several apply' : problem.params.section;
      return say(
        `This is a second "${name}" section, and a file has only one.`,
        'Move its sentences into the first one.',
      );
    }
    case 'missing-sentence':
      return missing(problem.params);
    case 'repeated-sentence':
      return say('An earlier line of this section already settles this.', 'Keep one of the two lines.');
    case 'which-expiry':
      return say(
        'The section says more than once when points expire, and not which counts.',
        'Keep one of the lines, or add: whichever comes first / whichever comes last',
      );
    case 'nothing-to-choose':
      return say(
        'There is nothing to choose from: the section does not say two times at which points expire.',
        'Take this line away, or add another, such as: points expire 12 months after earning',
      );
    case 'goods-in-a-circle':
      return say(
        `The goods "${problem.params.name}" leave themselves out: from one "except" to the next one comes back to them.`,
        'Take one of the "except" lines away.',
      );
  }
}

const PLURAL: ReadonlySet<NameKind> = new Set<NameKind>(['goods', 'points']);

function missing({ what, name }: ProblemParams['missing-sentence']): Prose {
  const the = (kind: string) => (name === null ? `This ${kind}` : `The ${kind} "${name}"`);
  switch (what) {
    case 'where':
      return say(
        `${the('program')} does not say its currency and time zone.`,
        'Add: currency CNY, time zone Asia/Shanghai',
      );
    case 'days':
      return say(`${the('calendar')} has no days.`, 'Add one, such as: 1 January');
    case 'tests':
      return say(
        `${name === null ? 'These goods' : `The goods "${name}"`} do not say what belongs to them.`,
        'Add it, such as: price class is regular',
      );
    case 'trigger':
    case 'effect':
    case 'band':
    case 'grading':
    case 'share':
    case 'amountOff':
      return missingInRule(what, the('rule'));
    case 'tier':
    case 'count':
    case 'climbing':
    case 'review':
      return missingInTiers(what, the('tiers'));
    case 'worth':
      return say(`${the('coupon')} does not say what it is worth.`, 'Add it, such as: ¥20 off');
    case 'value':
      return say(`${the('setting')} has no value.`, 'Add it with its range, such as: 2, from 1 to 5');
    case 'member':
      return say(`${the('example')} does not say who the member is.`, 'Add: member joined 2026-01-02');
    case 'price':
      return say(`${the('reward')} does not say how many points it costs.`, 'Add: costs 1,000 points');
    case 'gift':
      return say(`${the('reward')} gives nothing.`, 'Add what it gives, such as: gives a ¥20 voucher');
    case 'facts':
      return say('This section does not say what is known of members.', 'Add it, such as: yes or no "messages"');
    case 'quota':
      return say(
        `${the('benefit')} says that what is not used lapses, but not how often it can be used.`,
        'Add it, such as: twice per year',
      );
    case 'payment':
      return say(
        `${the('section points')} says how points pay, but not what they pay.`,
        'Add: every 1,000 points pay ¥20',
      );
    case 'conversion':
      return say(
        `${the('section points')} lets members keep points from converting, but nothing converts them.`,
        'Add: every 1,000 points become ¥20 stored value, automatically',
      );
    case 'expectation':
      return say(`${the('example')} does not say what must come out.`, 'Add it, such as: expect ¥150 paid, 300 points');
  }
}

function missingInRule(what: 'trigger' | 'effect' | 'band' | 'grading' | 'share' | 'amountOff', rule: string): Prose {
  switch (what) {
    case 'trigger':
      return say(`${rule} does not say when it runs.`, 'Add: on every purchase');
    case 'effect':
      return say(`${rule} does nothing.`, 'Add what it does, such as: give 1 point per ¥1 paid');
    case 'band':
      return say(
        `${rule} says what its bands go by, but has none.`,
        'Add them, such as: from 1,000 points, give the gift "Umbrella"',
      );
    case 'grading':
      return say(
        `${rule} has bands, but does not say what they go by.`,
        'Add it, such as: graded by the points earned this year',
      );
    case 'share':
      return say(`${rule} keeps other prices away, but sets no price.`, 'Add the price, such as: pay 80%');
    case 'amountOff':
      return say(
        `${rule} says how much it takes off at most, but takes nothing off.`,
        'Add it, such as: take ¥40 off for every full ¥300',
      );
  }
}

function missingInTiers(what: 'tier' | 'count' | 'climbing' | 'review', tiers: string): Prose {
  switch (what) {
    case 'tier':
      return say(`${tiers} has no tier.`, 'Add them, the lowest first, such as: "Gold" from ¥5,000');
    case 'count':
      return say(`${tiers} does not say what it counts.`, 'Add it, such as: count the spend this year');
    case 'climbing':
      return say(
        `${tiers} takes a tier from whoever stays away, but does not say how one climbs again.`,
        'Add it, such as: climbing goes on from the threshold of the tier that is left',
      );
    case 'review':
      return say(
        `${tiers} speaks of reviews, but does not say when they are.`,
        'Add it, such as: review at the end of each year',
      );
  }
}

/** Where a name gets what it stands for. */
function toName(kind: NameKind, name: string): string {
  if (kind === 'tier') return `Add a line under tiers: "${name}" from ¥1,000`;
  if (kind === 'fact') return `Add a line under member: yes or no "${name}", or number "${name}", …`;
  return `Add a section: ${KIND[kind]} "${name}":`;
}
