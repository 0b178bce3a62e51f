import { isNegated } from "../../built-in/features/negation.ts";
import { classifyClause } from "../../built-in/intents/classify-clause.ts";
import { withNumber } from "../../built-in/text/numbers.ts";
import { type MessageReading, readMessage } from "../../built-in/text/read-message.ts";
import { type Token, tokenise } from "../../built-in/text/tokenise.ts";
import type { Intent, InterpretationContext } from "../../interpreter.ts";

/** A place in the message: exactly message.slice(start, end). Offsets are UTF-16 code units. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

/** Longest evidence that is taken, in UTF-16 code units: who shows the whole message shows nothing. */
const longestEvidence = 200;
const thing = /^(?:models?|versions?|production|prod|candidates?)$/;
const pointer = /^(?:it|this|that|one|them)$/;
const filler = /^(?:the|an?|of|in|to|for|and|or|is|are|my|our|your|please|hello|hi|hey|ok|okay|thanks?)$/;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;

/** A message that claims about it are checked against: by its letters, and by the built-in interpreter's reading of it. */
export class MessageText {
  readonly #message: string;
  readonly #reading: MessageReading;
  readonly #context: InterpretationContext;

  /** @param message as it was given @param sent the part of it that the language model saw, with the same offsets */
  constructor(message: string, sent: string, context: InterpretationContext) {
    this.#message = message.slice(0, sent.length);
    this.#reading = readMessage(this.#message, context);
    this.#context = context;
  }

  /** Where the words stand, as whole words, in any case; undefined when the message does not hold them. */
  find(words: string, longest = longestEvidence): Span | undefined {
    const wanted = words.trim();
    if (wanted === "" || wanted.length > longest) return undefined;
    const pattern = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    for (const match of this.#message.matchAll(new RegExp(pattern, "giu"))) {
      const start = match.index;
      const end = start + match[0].length;
      if (!cutsWord(this.#message, start) && !cutsWord(this.#message, end)) return { text: match[0], start, end };
    }
    return undefined;
  }

  /** Whether any of the words is quoted, pasted, or follows an attempt to override the service's rules. */
  isQuoted(span: Span): boolean {
    return this.#indexes(span).some((index) => this.#reading.quoted.has(index));
  }

  /** Whether a negation reaches the words from before them, or stands among them. */
  isNegated(span: Span): boolean {
    return this.#indexes(span).some((index) => isNegated(this.#reading.tokens, index));
  }

  /** Whether a negation that stands before the words reaches them. */
  isNegatedBefore(span: Span): boolean {
    const [first] = this.#indexes(span);
    return first !== undefined && isNegated(this.#reading.tokens, first);
  }

  /**
   * Whether the words stand where a change is spoken of that is not asked for: negated, reported, supposed, told of the past, or in
   * a question about how it is done. A noun ("the promotion") is no such place.
   */
  isGuarded(span: Span): boolean {
    const indexes = this.#indexes(span);
    return this.#reading.clauses.some((clause) => {
      if (!indexes.some((index) => index >= clause.span.from && index < clause.span.to)) return false;
      const result = classifyClause(clause, this.#context.focus.runId !== undefined);
      return result.kind === "MENTIONS" && result.guard !== "NOUN";
    });
  }

  /** Whether the words stand, at least in part, where the built-in interpreter reads that something else is asked for. */
  asksForElse(span: Span, intent: Intent): boolean {
    const indexes = this.#indexes(span);
    return this.#reading.clauses.some((clause) => {
      if (!indexes.some((index) => index >= clause.span.from && index < clause.span.to)) return false;
      const result = classifyClause(clause, this.#context.focus.runId !== undefined);
      return result.kind === "ASKS" && result.intent !== intent;
    });
  }

  /** Whether there is a word among them that could ask for something: names, versions and the words around them can't. */
  isRequest(span: Span): boolean {
    const { tokens, models, versions } = this.#reading;
    const named = [...models, ...versions];
    return this.#indexes(span).some((index) => {
      const token = tokens[index];
      if (token?.kind !== "WORD" || named.some(({ first, last }) => index >= first && index <= last)) return false;
      return !thing.test(token.norm) && !pointer.test(token.norm) && !filler.test(token.norm);
    });
  }

  /** Whether the message speaks of anything that can be changed: a known model, a version, production, or "it" of the thread. */
  speaksOfModels(): boolean {
    const { models, versions, tokens } = this.#reading;
    const pointed = this.#context.focus.model !== undefined;
    return (
      versions.length > 0 ||
      models.some(({ known }) => known) ||
      tokens.some(({ norm }) => thing.test(norm) || (pointed && pointer.test(norm)))
    );
  }

  /** The least place that holds both. */
  join(a: Span, b: Span): Span {
    const [start, end] = [Math.min(a.start, b.start), Math.max(a.end, b.end)];
    return { text: this.#message.slice(start, end), start, end };
  }

  #indexes({ start, end }: Span): number[] {
    return this.#reading.tokens.flatMap((token, index) => (token.start < end && token.end > start ? [index] : []));
  }
}

/** The tokens of a text, number words with their values. */
export function tokensOf(text: string): Token[] {
  return tokenise(text).map(withNumber);
}

/** Whether a cut there would part a word or a number ("he" in "the", "3" in "0.3" or "30"); "v" and "2" in "v2" may be parted. */
function cutsWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? "", text[at] ?? ""];
  if (letter.test(before) && letter.test(after)) return true;
  if (digit.test(before) && digit.test(after)) return true;
  const inNumber = (one: string, mark: string, other: string) =>
    digit.test(one) && /[.,]/.test(mark) && digit.test(other);
  return inNumber(text[at - 2] ?? "", before, after) || inNumber(before, after, text[at + 1] ?? "");
}
