import type { Subject, SubjectKind } from "./filter.ts";
import { SearchSyntaxError, type Source } from "./filter-error.ts";
import { isMark, type Token, tokenise } from "./tokens.ts";

/** A map, so that `constructor.a` is none of them. */
const prefixes: ReadonlyMap<string, SubjectKind> = new Map([
  ["attribute", "attribute"],
  ["attributes", "attribute"],
  ["attr", "attribute"],
  ["run", "attribute"],
  ["metric", "metric"],
  ["metrics", "metric"],
  ["param", "param"],
  ["params", "param"],
  ["parameter", "param"],
  ["parameters", "param"],
  ["tag", "tag"],
  ["tags", "tag"],
  ["dataset", "dataset"],
  ["datasets", "dataset"],
]);
const aliasWords = new Set(["alias", "aliases"]);

/** Tokens, one after another, with what filters and orders have in common: keywords and names. */
export class TokenReader {
  readonly source: Source;
  private readonly tokens: Token[];
  private index = 0;

  constructor(source: Source) {
    this.source = source;
    this.tokens = tokenise(source);
  }

  peek(): Token {
    // The last token is the end, and is never passed.
    return this.tokens[this.index] as Token;
  }

  next(): Token {
    const token = this.peek();
    if (token.type !== "end") this.index += 1;
    return token;
  }

  /** Passes the mark if it stands here. */
  mark(text: "(" | ")" | "," | "."): boolean {
    if (!isMark(this.peek(), text)) return false;
    this.next();
    return true;
  }

  /** Passes the keyword if it stands here, in upper or lower case. */
  keyword(...words: string[]): string | undefined {
    const token = this.peek();
    if (token.type !== "word") return undefined;
    const word = token.text.toUpperCase();
    if (!words.includes(word)) return undefined;
    this.next();
    return word;
  }

  fail(at: number, why: string): never {
    throw new SearchSyntaxError(this.source, at, why);
  }

  /** `name`, `attributes.name`, `tags.team`, `` metrics.`a b` ``: what a condition or an order speaks of. */
  subject(): Subject {
    const first = this.next();
    if (first.type === "quoted" && first.by !== "'") return { kind: "attribute", key: first.text, at: first.at };
    if (first.type !== "word") this.fail(first.at, "a name is expected here, like name, tags.team or metrics.accuracy");
    const word = first.text.toLowerCase();
    if (!isMark(this.peek(), ".")) {
      return aliasWords.has(word)
        ? { kind: "alias", key: "", at: first.at }
        : { kind: "attribute", key: word, at: first.at };
    }
    const kind = prefixes.get(word);
    if (!kind) {
      const known = "attributes, metrics, params and tags";
      this.fail(first.at, `"${first.text}" has no parts; ${known} have`);
    }
    return { kind, key: this.dottedKey(), at: first.at };
  }

  /** `.a.b`, or a part in quotes: dots are part of a key. */
  private dottedKey(): string {
    const parts: string[] = [];
    while (this.mark(".")) {
      const part = this.next();
      if (part.type === "quoted" && part.by !== "'") parts.push(part.text);
      else if (part.type === "word") parts.push(part.text);
      else this.fail(part.at, "a key is expected behind the dot; put one with other characters in backticks");
    }
    return parts.join(".");
  }
}
