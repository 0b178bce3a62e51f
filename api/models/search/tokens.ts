import { SearchSyntaxError, type Source } from "./filter-error.ts";

export type Token = { at: number } & (
  | { type: "word"; text: string }
  /** In backticks: always a name. In double quotes: a name before the operator, a text behind it. */
  | { type: "quoted"; text: string; by: "'" | '"' | "`" }
  | { type: "number"; text: string; value: number }
  | { type: "operator"; text: "=" | "!=" | ">" | ">=" | "<" | "<=" }
  | { type: "mark"; text: "(" | ")" | "," | "." }
  | { type: "end" }
);

const space = /\s+/y;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;
const operator = /<=|>=|!=|<>|==|=|<|>/y;
const quotes = ["'", '"', "`"] as const;

/** @throws {SearchSyntaxError} at the first character that can't begin anything, or at a quote that is never closed */
export function tokenise(source: Source): Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  let at = 0;
  const matched = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    at += matched(space)?.length ?? 0;
    if (at >= text.length) return [...tokens, { type: "end", at }];
    const start = at;
    const by = quotes.find((quote) => quote === text[at]);
    if (by) {
      const { value, end } = readQuoted(source, at, by);
      tokens.push({ type: "quoted", text: value, by, at: start });
      at = end;
      continue;
    }
    const found = readPlain(matched, tokens.at(-1));
    if (!found)
      throw new SearchSyntaxError(
        source,
        at,
        "this can't stand here; a name with other characters goes into backticks",
      );
    tokens.push({ ...found.token, at: start });
    at += found.length;
  }
}

type Placeless = Token extends infer Each ? (Each extends Token ? Omit<Each, "at"> : never) : never;

function readPlain(
  matched: (pattern: RegExp) => string | undefined,
  before: Token | undefined,
): { token: Placeless; length: number } | undefined {
  const op = matched(operator);
  if (op) {
    const text = op === "<>" ? "!=" : op === "==" ? "=" : op;
    return { token: { type: "operator", text: text as "=" }, length: op.length };
  }
  // Behind a dot a name may begin with a digit (tags.2026), and behind a name a dot is not that of a fraction.
  const digits = isMark(before, ".") ? undefined : matched(number);
  const isKey = digits?.startsWith(".") && (before?.type === "word" || before?.type === "quoted");
  if (digits && !isKey)
    return { token: { type: "number", text: digits, value: Number(digits) }, length: digits.length };
  const name = matched(isMark(before, ".") ? /[\p{L}\p{N}_]+/uy : word);
  if (name) return { token: { type: "word", text: name }, length: name.length };
  const mark = matched(/[(),.]/y);
  return mark ? { token: { type: "mark", text: mark as "(" }, length: 1 } : undefined;
}

export function isMark(token: Token | undefined, text: "(" | ")" | "," | "."): boolean {
  return token?.type === "mark" && token.text === text;
}

/** The text between quotes; a quote twice in a row stands for itself. */
function readQuoted(source: Source, start: number, quote: string): { value: string; end: number } {
  const { text } = source;
  let value = "";
  let at = start + 1;
  for (;;) {
    const next = text.indexOf(quote, at);
    if (next < 0) throw new SearchSyntaxError(source, start, `this ${quote} is never closed`);
    value += text.slice(at, next);
    if (text[next + 1] !== quote) return { value, end: next + 1 };
    value += quote;
    at = next + 2;
  }
}
