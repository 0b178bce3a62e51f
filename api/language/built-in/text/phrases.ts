import { withNumber } from "./numbers.ts";
import { type Token, tokenise } from "./tokenise.ts";

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

/** Where a phrase stands: tokens `first` to `last`, both included. */
export interface PhraseMatch<T> {
  value: T;
  first: number;
  last: number;
  /** Words of the phrase. */
  length: number;
}

/** Finds phrases in tokens, each position in the time of the longest phrase. Marks between words (hyphen, underscore) are skipped. */
export class PhraseIndex<T> {
  readonly #root: Node<T> = { next: new Map(), values: [] };

  add(phrase: string, value: T): void {
    let node = this.#root;
    const keys = tokenise(phrase)
      .filter((token) => token.kind !== "PUNCT")
      .map((token) => phraseKey(withNumber(token)));
    if (keys.length === 0) return;
    for (const key of keys) {
      let child = node.next.get(key);
      if (!child) {
        child = { next: new Map(), values: [] };
        node.next.set(key, child);
      }
      node = child;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** All matches, the longest at each first token; overlapping ones are the caller's to choose from. */
  find(tokens: readonly Token[], from = 0, to = tokens.length): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    for (let first = from; first < to; first += 1) {
      if (tokens[first]?.kind === "PUNCT") continue;
      let node: Node<T> | undefined = this.#root;
      let longest: { node: Node<T>; last: number; length: number } | undefined;
      let length = 0;
      for (let index = first; index < to; index += 1) {
        const token = tokens[index];
        if (!token) break;
        if (token.kind === "PUNCT") {
          if (/^[-_–./]$/.test(token.text) && length > 0) continue;
          break;
        }
        node = node.next.get(phraseKey(token));
        if (!node) break;
        length += 1;
        if (node.values.length > 0) longest = { node, last: index, length };
      }
      if (longest) {
        for (const value of longest.node.values)
          matches.push({ value, first, last: longest.last, length: longest.length });
      }
    }
    return matches;
  }
}

/** Number words and digits are one key ("class one", "class 1"). */
function phraseKey(token: Token): string {
  return token.number === undefined ? token.norm : String(token.number);
}
