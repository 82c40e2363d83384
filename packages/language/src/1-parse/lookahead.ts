import { type ILookaheadStrategy, type IParserErrorMessageProvider, LLkLookaheadStrategy } from 'chevrotain';

/** A signal, not an error: it has no stack of its own and is never seen outside. */
export const stuck = new Error('No sentence goes on like this.');

/**
 * Where no alternative fits, chevrotain looks up all paths again to word a message that nobody here reads, and that
 * costs more than the whole line. This stops instead.
 */
export class StopWhereNothingFits extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(
    options: Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0],
  ): ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']> {
    const choose = super.buildLookaheadForAlternation(options);
    return function (this: unknown, alternatives) {
      const chosen = choose.call(this, alternatives);
      if (chosen === undefined) throw stuck;
      return chosen;
    };
  }
}

/** Nobody reads chevrotain's messages: what is wrong with a line is found out by comparing it with the phrasebook. */
export const silent: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: () => '',
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
};
