import type { Section, Tree } from '../1-parse/tree.ts';
import type { IdIn, PhraseId, SectionName } from '../phrases/book.ts';
import { type MissingSentence, type Problem, problem } from '../problem.ts';
import type { Model, Part } from './model.ts';
import { isFor, type RuleRole, sentencesFor } from './rule-roles.ts';
import { type AnyNode, nodesIn } from './slots-of.ts';

/** Every section has what it needs, and says once what can be said only once. */
export function checkSections(tree: Tree, model: Model): Problem[] {
  return [
    ...missingSections(tree, model),
    ...onlyOnce(model),
    ...eachPart(model.program, ({ sentences }) => sentences.some((s) => s.phrase === 'program.where'), 'where'),
    ...eachPart(model.setting, ({ sentences }) => sentences.length > 0, 'value'),
    ...eachPart(model.calendar, ({ sentences }) => sentences.length > 0, 'days'),
    ...eachPart(model.goods, ({ sentences }) => sentences.length > 0, 'tests'),
    ...eachPart(model.member, ({ sentences }) => sentences.length > 0, 'facts'),
    ...eachPart(model.points, (part) => hasIfSaid(part, ABOUT_PAYING, 'points.pay'), 'payment'),
    ...eachPart(model.points, (part) => hasIfSaid(part, ['points.keep'], 'points.convert'), 'conversion'),
    ...eachPart(model.reward, ({ sentences }) => sentences.some((s) => s.phrase === 'reward.price'), 'price'),
    ...eachPart(model.reward, ({ sentences }) => sentences.some((s) => GIVES.has(s.phrase)), 'gift'),
    ...eachPart(model.rule, ({ sentences }) => sentences.some((s) => TRIGGERS.includes(s.phrase)), 'trigger'),
    ...eachPart(model.coupon, ({ sentences }) => sentences.some((s) => WORTH.includes(s.phrase)), 'worth'),
    ...eachPart(model.benefit, (part) => hasIfSaid(part, ['benefit.lapse'], 'benefit.times'), 'quota'),
    ...eachPart(model.rule, ({ sentences }) => sentences.some((s) => isFor(s.phrase, ...EFFECTS)), 'effect'),
    ...eachPart(model.rule, hasPriceIfOnly, 'share'),
    ...eachPart(model.rule, hasAmountIfMost, 'amountOff'),
    ...eachPart(model.rule, (part) => hasRole(part, 'band') || !hasRole(part, 'grading'), 'band'),
    ...eachPart(model.rule, (part) => hasRole(part, 'grading') || !hasRole(part, 'band'), 'grading'),
    ...eachPart(model.example, ({ sentences }) => sentences.some((s) => MEMBERS.has(s.phrase)), 'member'),
    ...eachPart(model.example, ({ sentences }) => sentences.some((s) => EXPECTATIONS.has(s.phrase)), 'expectation'),
    ...repeated(tree, ONCE),
    ...repeatedGroups(model),
    ...repeatedPeriods(model),
    ...limitedAndNot(model),
  ];
}

const WORTH: readonly PhraseId[] = ['coupon.share', 'coupon.off', 'coupon.itemShare', 'coupon.itemPrice'];
const TRIGGERS = sentencesFor('on purchases', 'on occasions', 'on referrals');
const EFFECTS: readonly RuleRole[] = [
  'points',
  'points bought',
  'handed',
  'handed bought',
  'price',
  'set price',
  'amount off',
  'delivery',
  'staff price',
  'referrer points',
  'referrer handed',
  'message',
  'award',
  'band',
  'grading',
];
const GIVES: ReadonlySet<PhraseId> = new Set<IdIn<'reward'>>([
  'reward.gift',
  'reward.coupon',
  'reward.storedValue',
  'reward.voucher',
  'reward.cash',
]);
const MEMBERS: ReadonlySet<PhraseId> = new Set<IdIn<'example'>>(['example.member', 'example.memberPlain']);
const EXPECTATIONS: ReadonlySet<PhraseId> = new Set<IdIn<'example'>>([
  'example.expectPurchase',
  'example.expectBalance',
]);

/** Sentences that a section may hold only once. */
const ONCE: ReadonlySet<PhraseId> = new Set<PhraseId>([
  'program.where',
  'program.effective',
  'program.shortMonths',
  'program.leapDay',
  'program.weekStart',
  'program.yearStart',
  'tiers.start',
  'tiers.review',
  'tiers.upAtReviews',
  'tiers.oneUp',
  'tiers.oneDown',
  'tiers.floor',
  'tiers.usesUp',
  'join.application',
  'join.purchase',
  'join.spend',
  'join.identity',
  'join.referred',
  'join.effect',
  'join.cardShown',
  'member.dormant',
  'card.personal',
  'end.belowJoining',
  'points.convert',
  'points.keep',
  'points.from',
  'points.store',
  'points.pay',
  'points.payAlone',
  'points.vouchers',
  'reward.price',
  'reward.from',
  'reward.reversible',
  'member.messages',
  'coupon.goods',
  'coupon.atListPrice',
  'coupon.from',
  'coupon.alone',
  'coupon.one',
  'coupon.stores',
  'coupon.valid',
  'coupon.validPeriod',
  'coupon.validDay',
  'benefit.free',
  'benefit.everyone',
  'benefit.unlimited',
  'benefit.lapse',
  'benefit.stores',
  'points.storedValue',
  'points.pending',
  'expire.never',
  'expire.after',
  'expire.period',
  'expire.periodOf',
  'expire.dayOfYear',
  'expire.monthOfYear',
  'expire.eachDay',
  'expire.eachMonth',
  'expire.idle',
  'stack.lowest',
  'off.most',
  'returns.within',
  'returns.unknown',
]);

/** Sentences of which a section may hold only one. */
const ONE_OF: readonly { readonly section: SectionName; readonly ids: readonly PhraseId[] }[] = [
  { section: 'setting', ids: ['setting.number', 'setting.points', 'setting.money', 'setting.share'] },
  { section: 'points', ids: ['points.whole', 'points.wholeNearest'] },
  { section: 'points', ids: ['expire.earliest', 'expire.latest'] },
  { section: 'rule', ids: TRIGGERS },
  { section: 'rule', ids: sentencesFor('grading') },
  { section: 'points', ids: ['points.paySome', 'points.payAll'] },
  { section: 'stacking', ids: ['stack.highest', 'stack.add', 'stack.multiply'] },
  { section: 'membership', ids: ['join.vouchersApart', 'join.vouchersToo'] },
  { section: 'membership', ids: ['card.notReplaced', 'card.replaced'] },
  { section: 'returns', ids: ['returns.needReceiptAndCard', 'returns.needReceipt', 'returns.needCard'] },
  { section: 'returns', ids: ['exchange.original', 'exchange.today', 'exchange.lower'] },
  { section: 'coupon', ids: WORTH },
  { section: 'reward', ids: ['reward.issuingStore', 'reward.stores'] },
  {
    section: 'tiers',
    ids: [
      'tiers.countSpend',
      'tiers.countSpendOn',
      'tiers.countPurchases',
      'tiers.countVisits',
      'tiers.countPoints',
      'tiers.countEvents',
      'tiers.countEventSum',
    ],
  },
  { section: 'tiers', ids: ['tiers.holds', 'tiers.holdsUntil', 'tiers.holdsUntilNext'] },
  { section: 'tiers', ids: ['tiers.lapse', 'tiers.lapseTo', 'tiers.lapseMonth'] },
  { section: 'tiers', ids: ['tiers.climbFrom', 'tiers.climbAnew', 'tiers.climbUntouched'] },
  { section: 'returns', ids: ['returns.takeBack', 'returns.keep'] },
  { section: 'returns', ids: ['returns.negative', 'returns.forgive', 'returns.deduct'] },
  { section: 'example', ids: ['example.member', 'example.memberPlain'] },
];

/** Sections of which a file has one. */
const SINGLE: readonly SectionName[] = ['program', 'member', 'membership', 'points', 'stacking', 'returns'];

/** Sentences about how points pay, which say nothing where they do not. */
const ABOUT_PAYING: readonly PhraseId[] = ['points.paySome', 'points.payAll', 'points.payAlone'];

/** What keeps other prices away is a price. */
function hasPriceIfOnly({ sentences }: Part<'rule'>): boolean {
  return !sentences.some((s) => s.phrase === 'pay.only') || sentences.some((s) => isFor(s.phrase, 'price'));
}

function hasRole({ sentences }: Part<'rule'>, role: RuleRole): boolean {
  return sentences.some(({ phrase }) => isFor(phrase, role));
}

/** Whether a section that says any of these also says what they are about. */
/** What takes so much off at most takes something off. */
function hasAmountIfMost({ sentences }: Part<'rule'>): boolean {
  return !sentences.some((s) => s.phrase === 'off.most') || sentences.some((s) => isFor(s.phrase, 'amount off'));
}

function hasIfSaid<S extends SectionName>({ sentences }: Part<S>, said: readonly PhraseId[], needs: PhraseId): boolean {
  return sentences.some((s) => s.phrase === needs) || !sentences.some((s) => said.includes(s.phrase));
}

function missingSections(tree: Tree, model: Model): Problem[] {
  const start = { start: 0, end: 0 };
  const [firstLine] = tree.sections;
  const here = firstLine?.headerLine.span ?? start;
  if (model.program.length === 0) return [problem('missing-section', here, { section: 'program' })];
  const earning = model.rule
    .flatMap(({ sentences }) => sentences)
    .find((s) => isFor(s.phrase, 'points', 'points bought', 'referrer points') || nodesIn(s).some(isAboutPoints));
  if (earning === undefined || model.points.length > 0) return [];
  return [problem('missing-section', earning.span, { section: 'points' })];
}

/** Awards of points, or on points. */
function isAboutPoints({ phrase }: AnyNode): boolean {
  return ABOUT_POINTS.has(phrase);
}
const ABOUT_POINTS: ReadonlySet<PhraseId> = new Set<IdIn<'rule' | 'Measured'>>([
  'award.points',
  'award.fullPoints',
  'band.points',
  'band.pointsShare',
  'measured.points',
  'measured.unspent',
]);

function onlyOnce(model: Model): Problem[] {
  return SINGLE.flatMap((kind) =>
    // A header that could not be read has its problem, and what it opens is only a guess.
    model[kind]
      .filter(({ section }) => section.header !== null)
      .slice(1)
      .map(({ section }) => {
        const first = model[kind][0]?.section.headerLine.span ?? section.headerLine.span;
        const others = [{ role: 'other', span: first } as const];
        return problem('repeated-section', section.headerLine.span, { section: kind }, { others });
      }),
  );
}

function eachPart<S extends SectionName>(
  parts: readonly Part<S>[],
  isFine: (part: Part<S>) => boolean,
  what: MissingSentence,
): Problem[] {
  return parts.flatMap((part) => {
    // A section with an unreadable line already has its problem, and may be missing just that line.
    if (isFine(part) || isBroken(part.section)) return [];
    const params = { section: part.section.name, name: part.name === '' ? null : part.name, what };
    return [problem('missing-sentence', part.section.headerLine.span, params)];
  });
}

function isBroken(section: Section): boolean {
  return section.header === null || section.lines.some((line) => line.unread !== null);
}

function repeated(tree: Tree, once: ReadonlySet<PhraseId>): Problem[] {
  return tree.sections.flatMap((section) => {
    const seen = new Map<PhraseId, (typeof section.lines)[number]>();
    return section.lines.flatMap((line) => {
      if (line.sentence === null || !once.has(line.sentence.phrase)) return [];
      const earlier = seen.get(line.sentence.phrase);
      if (earlier === undefined) {
        seen.set(line.sentence.phrase, line);
        return [];
      }
      const others = [{ role: 'other', span: earlier.sentence?.span ?? earlier.span } as const];
      return [problem('repeated-sentence', line.sentence.span, { section: section.name }, { others })];
    });
  });
}

function repeatedGroups(model: Model): Problem[] {
  return ONE_OF.flatMap(({ section: kind, ids }) =>
    model[kind].flatMap(({ section, sentences }) => {
      const [first, ...rest] = sentences.filter((sentence) => ids.includes(sentence.phrase));
      if (first === undefined) return [];
      const others = [{ role: 'other', span: first.span } as const];
      return rest.map((sentence) => problem('repeated-sentence', sentence.span, { section: section.name }, { others }));
    }),
  );
}

/** A benefit without limit that has one. */
function limitedAndNot(model: Model): Problem[] {
  return model.benefit.flatMap(({ section, sentences }) => {
    const unlimited = sentences.find(({ phrase }) => phrase === 'benefit.unlimited');
    const limit = sentences.find(({ phrase }) => phrase === 'benefit.times');
    if (unlimited === undefined || limit === undefined) return [];
    const [first, second] = unlimited.span.start < limit.span.start ? [unlimited, limit] : [limit, unlimited];
    const others = [{ role: 'other', span: first.span } as const];
    return [problem('repeated-sentence', second.span, { section: section.name }, { others })];
  });
}

/** Two limits in the same period: one of them says nothing. */
function repeatedPeriods(model: Model): Problem[] {
  return [...model.rule, ...model.benefit].flatMap(({ section, sentences }) => {
    const limits = sentences.flatMap((sentence) =>
      sentence.phrase === 'limit.times' || sentence.phrase === 'benefit.times' ? [sentence] : [],
    );
    return limits.flatMap((limit, i) => {
      const earlier = limits.slice(0, i).find(({ slots }) => slots.period === limit.slots.period);
      if (earlier === undefined) return [];
      const others = [{ role: 'other', span: earlier.span } as const];
      return [problem('repeated-sentence', limit.span, { section: section.name }, { others })];
    });
  });
}
