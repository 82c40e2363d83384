import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType, tokenMatcher } from 'chevrotain';
import type { PlaceName } from '../phrases/book.ts';
import { JOINTS } from '../phrases/phrase.ts';
import { slots, type TokenKind } from '../phrases/slots.ts';
import type { Language, Span } from '../text.ts';
import { StopWhereNothingFits, silent, stuck } from './lookahead.ts';
import { isLoose, isNode, type LooseNode } from './node.ts';
import {
  type Branch,
  type CutWords,
  kindsAt,
  type Leaf,
  PhrasebookError,
  type SlotShape,
  shapeOf,
  synonymTree,
  wordTree,
} from './prefix-tree.ts';
import { endOf } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a grammar makes of a line. */
export interface Reading {
  /** The sentence; null when none could be read from the first token on. Joined conditions are no sentence. */
  readonly node: LooseNode | null;
  /** Whether all of the tokens were read, as a sentence or as joined conditions. */
  readonly whole: boolean;
  /** How many tokens were read: all of them, or up to what cannot go on. */
  readonly consumed: number;
}

export interface GrammarParts {
  readonly language: Language;
  readonly places: ReadonlyMap<PlaceName, Branch>;
  readonly vocabulary: Vocabulary;
  readonly cut: CutWords;
}

/** One token more than the first settles which sentence it is; the tests prove it. */
const MOST_LOOKAHEAD = 2;
/** Chevrotain tells 255 uses of one thing in one rule apart, and no more. */
const MOST_USES_IN_A_RULE = 255;

/** Follows one branch of a prefix tree and answers the leaf; null only while chevrotain records the grammar. */
type Way = () => Leaf | null;
type Rule = ParserMethod<[], unknown>;
/** Numbers the uses of a token type or a rule within one rule, as chevrotain wants it. */
type Counter = (use: string) => number;

interface Value {
  readonly value: unknown;
  readonly span: Span;
}

/**
 * A chevrotain grammar made from the prefix trees. It reads ONE line: a grammar of whole files would let one broken line
 * spoil the next.
 */
export class LineGrammar extends EmbeddedActionsParser {
  readonly #parts: GrammarParts;
  readonly #joints: Readonly<Record<Joint, readonly (readonly TokenType[])[]>>;
  readonly #rules = new Map<string, Rule>();
  #values: Value[] = [];
  /** The index of the first token that the sentence did not take; -1 when it took all. */
  #stop = -1;

  constructor(parts: GrammarParts, options: { readonly validate: boolean }) {
    const types = declaredTypes(parts);
    super(types, {
      maxLookahead: MOST_LOOKAHEAD,
      recoveryEnabled: false,
      skipValidations: !options.validate,
      errorMessageProvider: silent,
      lookaheadStrategy: new StopWhereNothingFits({ maxLookahead: MOST_LOOKAHEAD }),
    });
    this.#parts = parts;
    this.#joints = jointTypes(parts);
    for (const type of Object.keys(slots)) this.#slotRule(type);
    for (const [place, tree] of parts.places) this.#placeRule(place, tree);
    for (const joint of JOINT_NAMES) this.#jointRule(joint);
    this.#conditionRules();
    for (const place of parts.places.keys()) this.#lineRule(place);
    this.performSelfAnalysis();
  }

  /** Reads the tokens of one line as a sentence of a place; a `Condition` may be joined and bracketed. */
  read(place: PlaceName, tokens: readonly IToken[]): Reading {
    this.#values = [];
    this.input = [...tokens];
    const found = this.#ruleOf(`line of ${place}`).call(this);
    const consumed = this.#stop < 0 ? tokens.length : this.#stop;
    return { node: isLoose(found) ? found : null, whole: isNode(found) && consumed === tokens.length, consumed };
  }

  /**
   * A rule for a whole line: it takes a sentence and then whatever is left. To chevrotain a rest is an error, and so is a
   * token that does not fit; making errors costs more than reading, and a file may have a hundred thousand bad lines.
   */
  #lineRule(place: PlaceName): void {
    const name = place === 'Condition' ? 'any condition' : `place ${place}`;
    this.#define(`line of ${place}`, () => {
      let found: unknown = null;
      try {
        found = this.subrule(0, this.#ruleOf(name));
      } catch (thrown) {
        if (thrown !== stuck) throw thrown;
      }
      if (this.RECORDING_PHASE) return null;
      this.#stop = this.input.indexOf(this.LA(1));
      while (this.LA(1).tokenType !== EOF) this.consume(0, this.LA(1).tokenType);
      return found;
    });
  }

  #ruleOf(name: string): Rule {
    const rule = this.#rules.get(name);
    if (rule === undefined) throw new PhrasebookError(`There is no rule "${name}".`);
    return rule;
  }

  #define(name: string, read: () => unknown): void {
    this.#rules.set(name, this.RULE(name, read));
  }

  /** A phrase of a place, whichever its tree leads to. */
  #placeRule(place: PlaceName, tree: Branch): void {
    const follow = this.#ways(tree, counter());
    this.#define(`place ${place}`, () => {
      const start = this.LA(1).startOffset;
      const base = this.#values.length;
      const leaf = follow();
      if (leaf === null || this.RECORDING_PHASE) return null;
      return assembled(leaf, this.#values.splice(base), { start, end: endOf(this.LA(0)) });
    });
  }

  #ways(branch: Branch, count: Counter): Way {
    const { leaf } = branch;
    const ways = [
      ...[...branch.words].map(([word, next]) => this.#wordWay(word, next, count)),
      ...[...branch.slots].map(([type, next]) => this.#slotWay(branch, type, next, count)),
    ];
    const [only] = ways;
    if (only === undefined) return () => leaf;
    if (ways.length === 1 && leaf === null) return only;
    // An alternative that takes nothing comes last, or no other would ever be tried.
    const alternatives = (leaf === null ? ways : [...ways, () => leaf]).map((ALT) => ({ ALT }));
    const index = count('or');
    return () => this.or(index, alternatives);
  }

  #wordWay(word: string, next: Branch, count: Counter): Way {
    const type = this.#parts.vocabulary.word(word);
    const index = count(type.name);
    const goOn = this.#ways(next, count);
    return () => {
      this.#expect(type);
      this.consume(index, type);
      return goOn();
    };
  }

  #slotWay(branch: Branch, type: string, next: Branch, count: Counter): Way {
    const shape = shapeOf(type);
    const goOn = shape?.shape === 'token' ? null : this.#ruleWay(type, next, count);
    if (goOn !== null || shape?.shape !== 'token') return goOn ?? (() => null);
    const kinds = this.#parts.vocabulary.anyOf(kindsAt(branch, type));
    const index = count(kinds.name);
    const after = this.#ways(next, count);
    return () => {
      this.#expect(kinds);
      const token = this.consume(index, kinds);
      if (!this.RECORDING_PHASE) {
        this.#values.push({ value: tokenValue(shape, token), span: { start: token.startOffset, end: endOf(token) } });
      }
      return after();
    };
  }

  /** Stops at a token that does not fit, as `StopWhereNothingFits` does, before chevrotain makes an error of it. */
  #expect(type: TokenType): void {
    if (!this.RECORDING_PHASE && !tokenMatcher(this.LA(1), type)) throw stuck;
  }

  #ruleWay(type: string, next: Branch, count: Counter): Way {
    const name = shapeOf(type) !== null ? `slot ${type}` : type === 'Condition' ? 'any condition' : `place ${type}`;
    const index = count(name);
    const goOn = this.#ways(next, count);
    return () => {
      const start = this.LA(1).startOffset;
      const value = this.subrule(index, this.#ruleOf(name));
      if (!this.RECORDING_PHASE) this.#values.push({ value, span: { start, end: endOf(this.LA(0)) } });
      return goOn();
    };
  }

  /** Enumerations and lists; a slot that is one token needs no rule. */
  #slotRule(type: string): void {
    const shape = shapeOf(type);
    if (shape?.shape === 'words') {
      const follow = this.#ways(wordTree(shape, this.#parts.language, this.#parts.cut), counter());
      this.#define(`slot ${type}`, () => follow()?.id ?? null);
    }
    if (shape?.shape === 'list') this.#listRule(type, shape.of);
  }

  /**
   * `a, b or c`. A comma or an `or` belongs to the list only when another member follows: the same word also joins
   * conditions, and the comma also goes on with the sentence.
   */
  #listRule(type: string, of: string): void {
    const member = this.#member(of);
    const comma = this.#parts.vocabulary.word(',');
    const orLengths = () => [0, ...this.#lengthsAt('listOr', this.LA(1).tokenType === comma ? 2 : 1)];
    const goesOn = () => {
      const commas = this.LA(1).tokenType === comma ? 1 : 0;
      return orLengths().some((length) => length + commas > 0 && member.begins(this.LA(1 + commas + length)));
    };
    this.#define(`slot ${type}`, () => {
      const members = [member.read(0)];
      this.many(0, {
        GATE: goesOn,
        DEF: () => {
          this.option(0, () => this.consume(0, comma));
          this.option(1, () => this.subrule(0, this.#ruleOf('joint listOr')));
          members.push(member.read(1));
        },
      });
      return members;
    });
  }

  #member(of: string): { read(index: number): unknown; begins(token: IToken): boolean } {
    const shape = shapeOf(of);
    const { vocabulary, language, cut } = this.#parts;
    if (shape?.shape === 'token') {
      const kinds = vocabulary.anyOf(shape.tokens);
      return {
        read: (index) => {
          this.#expect(kinds);
          const token = this.consume(index, kinds);
          return this.RECORDING_PHASE ? null : tokenValue(shape, token);
        },
        begins: ({ tokenType }) => tokenType === kinds || (tokenType.CATEGORIES ?? []).includes(kinds),
      };
    }
    if (shape?.shape !== 'words') throw new PhrasebookError(`${of} cannot stand in a list.`);
    const firsts = new Set([...wordTree(shape, language, cut).words.keys()].map((word) => vocabulary.word(word)));
    return {
      read: (index) => this.subrule(index + 1, this.#ruleOf(`slot ${of}`)),
      begins: ({ tokenType }) => firsts.has(tokenType),
    };
  }

  #jointRule(joint: Joint): void {
    const { language, cut } = this.#parts;
    const follow = this.#ways(synonymTree(joint, JOINTS[language][joint], cut), counter());
    this.#define(`joint ${joint}`, () => follow()?.id ?? null);
  }

  /** `or` binds loosest, then `and`, then `not`; brackets hold anything. */
  #conditionRules(): void {
    const { vocabulary } = this.#parts;
    const [open, close] = [vocabulary.word('('), vocabulary.word(')')];
    this.#define('one condition', () => {
      const start = this.LA(1).startOffset;
      return this.or(0, [
        {
          ALT: () => {
            this.subrule(0, this.#ruleOf('joint not'));
            const of = this.subrule(1, this.#ruleOf('one condition'));
            return { phrase: 'not', of, span: { start, end: endOf(this.LA(0)) } };
          },
        },
        {
          ALT: () => {
            this.consume(0, open);
            const inside = this.subrule(2, this.#ruleOf('any condition'));
            this.#expect(close);
            this.consume(1, close);
            return inside;
          },
        },
        { ALT: () => this.subrule(3, this.#ruleOf('place Condition')) },
      ]);
    });
    this.#chainRule('all conditions', 'and', 'one condition');
    this.#chainRule('any condition', 'or', 'all conditions');
  }

  #chainRule(name: string, joint: 'and' | 'or', link: string): void {
    const comma = this.#parts.vocabulary.word(',');
    const goesOn = () => this.#lengthsAt(joint, this.LA(1).tokenType === comma ? 2 : 1).length > 0;
    this.#define(name, () => {
      const start = this.LA(1).startOffset;
      const of = [this.subrule(0, this.#ruleOf(link))];
      this.many(0, {
        GATE: goesOn,
        DEF: () => {
          this.option(0, () => this.consume(0, comma));
          this.subrule(1, this.#ruleOf(`joint ${joint}`));
          of.push(this.subrule(2, this.#ruleOf(link)));
        },
      });
      return of.length === 1 ? of[0] : { phrase: joint, of, span: { start, end: endOf(this.LA(0)) } };
    });
  }

  /** How many tokens each wording of a joint that stands at a place ahead takes. */
  #lengthsAt(joint: Joint, ahead: number): readonly number[] {
    return this.#joints[joint]
      .filter((types) => types.every((type, i) => this.LA(ahead + i).tokenType === type))
      .map((types) => types.length);
  }
}

type Joint = keyof (typeof JOINTS)[Language];
const JOINT_NAMES: readonly Joint[] = ['and', 'or', 'not', 'listOr'];

function jointTypes({ language, cut, vocabulary }: GrammarParts): Record<Joint, TokenType[][]> {
  const typesOf = (joint: Joint) =>
    JOINTS[language][joint].map((wording) => cut(wording).map((word) => vocabulary.word(word)));
  return { and: typesOf('and'), or: typesOf('or'), not: typesOf('not'), listOr: typesOf('listOr') };
}

/** Chevrotain wants every type before the first rule; so the words and sets of all trees are made here. */
function declaredTypes(parts: GrammarParts): TokenType[] {
  const { language, places, vocabulary, cut } = parts;
  const declare = (branch: Branch) => {
    for (const [word, next] of branch.words) {
      vocabulary.word(word);
      declare(next);
    }
    for (const [type, next] of branch.slots) {
      if (shapeOf(type)?.shape === 'token') vocabulary.anyOf(kindsAt(branch, type));
      declare(next);
    }
  };
  for (const tree of places.values()) declare(tree);
  for (const type of Object.keys(slots)) {
    const shape = shapeOf(type);
    if (shape?.shape === 'words') declare(wordTree(shape, language, cut));
    if (shape?.shape === 'token') vocabulary.anyOf(shape.tokens);
  }
  for (const mark of [',', '(', ')']) vocabulary.word(mark);
  jointTypes(parts);
  return vocabulary.all();
}

function counter(): Counter {
  const uses = new Map<string, number>();
  return (use) => {
    const count = uses.get(use) ?? 0;
    if (count > MOST_USES_IN_A_RULE) throw new PhrasebookError(`"${use}" stands too often in one place.`);
    uses.set(use, count + 1);
    return count;
  };
}

function tokenValue(shape: Extract<SlotShape, { shape: 'token' }>, token: IToken): unknown {
  const kinds: readonly TokenKind[] = shape.tokens;
  const kind = kinds.find((one) => one === token.tokenType.name) ?? kinds.find((one) => isA(token.tokenType, one));
  return kind === undefined ? null : shape.read(token.image, kind);
}

/** Whether a type is of a kind by its categories: the word `1` is a Number. */
function isA(type: TokenType, kind: TokenKind): boolean {
  return (type.CATEGORIES ?? []).some((category) => category.name === kind);
}

function assembled(leaf: Leaf, values: readonly Value[], span: Span): LooseNode {
  const found = new Map(leaf.names.map((name, i) => [name, values[i]]));
  const filled = (name: string): Value => found.get(name) ?? { value: leaf.fixed?.[name], span };
  return {
    phrase: leaf.id,
    slots: Object.fromEntries(leaf.order.map((name) => [name, filled(name).value])),
    span,
    at: Object.fromEntries(leaf.order.map((name) => [name, filled(name).span])),
  };
}
