import { quotedTokens } from "../../built-in/clauses/quoted-parts.ts";
import { isNegated } from "../../built-in/features/negation.ts";
import { withNumber } from "../../built-in/text/numbers.ts";
import { type Token, tokenise } from "../../built-in/text/tokenise.ts";

/** A place in the message: exactly message.slice(start, end). Offsets are UTF-16 code units. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

/** Longest evidence that is taken, in UTF-16 code units: who shows the whole message shows nothing. */
const longestEvidence = 200;
const letter = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;

/** A message that claims about it are checked against. */
export class MessageText {
  readonly #message: string;
  readonly #tokens: readonly Token[];
  readonly #quoted: ReadonlySet<number>;

  /** @param message as it was given @param sent the part of it that the language model saw, with the same offsets */
  constructor(message: string, sent: string) {
    this.#message = message.slice(0, sent.length);
    this.#tokens = tokensOf(this.#message);
    this.#quoted = quotedTokens(this.#message, this.#tokens);
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
    return this.#indexes(span).some((index) => this.#quoted.has(index));
  }

  /** Whether a negation reaches the words from before them, or stands among them. */
  isNegated(span: Span): boolean {
    return this.#indexes(span).some((index) => isNegated(this.#tokens, index));
  }

  /** Whether a negation that stands before the words reaches them. */
  isNegatedBefore(span: Span): boolean {
    const [first] = this.#indexes(span);
    return first !== undefined && isNegated(this.#tokens, first);
  }

  #indexes({ start, end }: Span): number[] {
    return this.#tokens.flatMap((token, index) => (token.start < end && token.end > start ? [index] : []));
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
  const inNumber = (one: string, mark: string, other: string) => digit.test(one) && /[.,]/.test(mark) && digit.test(other);
  return inNumber(text[at - 2] ?? "", before, after) || inNumber(before, after, text[at + 1] ?? "");
}
