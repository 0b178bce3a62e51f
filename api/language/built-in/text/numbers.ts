import type { Token } from "./tokenise.ts";

const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const wordValues = new Map([
  ...units.map((word, index) => [word, index] as const),
  ...tens.map((word, index) => [word, 20 + 10 * index] as const),
]);
const scales = new Map([
  ["hundred", 100],
  ["thousand", 1_000],
  ["million", 1_000_000],
  ["k", 1_000],
  ["dozen", 12],
]);
const parts = new Map([
  ["half", 2],
  ["halves", 2],
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourth", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["sixth", 6],
  ["sixths", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["eighths", 8],
  ["ninth", 9],
  ["tenth", 10],
  ["tenths", 10],
]);

/** A number as it was said. */
export interface NumberMention {
  value: number;
  /** "30%" and "30 percent" have the value 30 and this mark; "a third" has the value 1/3 and `FRACTION`. */
  kind: "PLAIN" | "PERCENT" | "FRACTION";
  /** Tokens, both included. */
  first: number;
  last: number;
}

/** The token with the value of a number word, for words that are one. */
export function withNumber(token: Token): Token {
  if (token.kind !== "WORD") return token;
  const number = wordValues.get(token.norm);
  return number === undefined ? token : { ...token, number };
}

/** Reads all numbers: digits with sign and decimal comma, number words up to millions, percentages, fractions in words. */
export function readNumbers(tokens: readonly Token[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (let index = 0; index < tokens.length; ) {
    const mention = fractionAt(tokens, index) ?? numberAt(tokens, index);
    if (mention) mentions.push(mention);
    index = mention ? mention.last + 1 : index + 1;
  }
  return mentions;
}

function fractionAt(tokens: readonly Token[], first: number): NumberMention | undefined {
  const token = tokens[first];
  if (token?.kind !== "WORD") return undefined;
  if (token.norm === "half" && !/^(an?|one)$/.test(tokens[first - 1]?.norm ?? ""))
    return { value: 0.5, kind: "FRACTION", first, last: first };
  const count = /^an?$/.test(token.norm) ? 1 : token.number;
  let last = first + 1;
  if (tokens[last]?.text === "-") last += 1;
  const divisor = parts.get(tokens[last]?.norm ?? "");
  if (count === undefined || divisor === undefined || count < 1) return undefined;
  const after = tokens[last + 1]?.text === "-" ? tokens[last + 2]?.norm : tokens[last + 1]?.norm;
  if (/^(class|version|model|one|time|person|passenger|run)$/.test(after ?? "")) return undefined;
  return { value: count / divisor, kind: "FRACTION", first, last };
}

function numberAt(tokens: readonly Token[], start: number): NumberMention | undefined {
  const token = tokens[start];
  if (token?.number === undefined) return undefined;
  let [value, last] = token.kind === "NUMBER" ? digitsAt(tokens, start) : wordsAt(tokens, start);
  const scale = scales.get(tokens[last + 1]?.norm ?? "");
  if (scale !== undefined && token.kind === "NUMBER" && (tokens[last + 1]?.norm !== "k" || tokens[last + 1]?.glued)) {
    value *= scale;
    last += 1;
  }
  if (
    tokens[last + 1]?.norm === "and" &&
    /^an?$/.test(tokens[last + 2]?.norm ?? "") &&
    tokens[last + 3]?.norm === "half"
  ) {
    value += 0.5;
    last += 3;
  }
  const sign = tokens[start - 1];
  const beforeSign = tokens[start - 2];
  let first = start;
  if (sign && /^[-−–]$/.test(sign.text) && token.glued && (!sign.glued || !beforeSign || beforeSign.kind === "PUNCT")) {
    value = -value;
    first = start - 1;
  } else if (sign && /^(minus|negative)$/.test(sign.norm)) {
    value = -value;
    first = start - 1;
  }
  if (/^(%|percent|pct|percentage)$/.test(tokens[last + 1]?.norm ?? ""))
    return { value, kind: "PERCENT", first, last: last + 1 };
  if (tokens[last + 1]?.norm === "per" && tokens[last + 2]?.norm === "cent")
    return { value, kind: "PERCENT", first, last: last + 2 };
  return { value, kind: "PLAIN", first, last };
}

/** Digits; a comma with one or two digits glued to both sides is a decimal comma when no third number follows ("18,7 mm"). */
function digitsAt(tokens: readonly Token[], first: number): [number, number] {
  const [whole, comma, rest, after] = [tokens[first], tokens[first + 1], tokens[first + 2], tokens[first + 3]];
  const isDecimal =
    comma?.text === "," &&
    comma.glued &&
    rest?.kind === "NUMBER" &&
    rest.glued &&
    /^\d{1,2}$/.test(rest.text) &&
    after?.kind === "WORD" &&
    /^(mm|cm|m|g|kg|kilos?|grams?|inch|inches|lbs?|percent|s|seconds)$/.test(after.norm);
  if (isDecimal && whole && rest) return [Number(`${whole.text}.${rest.text}`), first + 2];
  return [whole?.number ?? Number.NaN, first];
}

/** "forty two", "two hundred and fifty", "three thousand five hundred". */
function wordsAt(tokens: readonly Token[], first: number): [number, number] {
  let total = 0;
  let current = 0;
  let last = first;
  let afterTens = false;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const scale = scales.get(token.norm);
    if (token.text === "-" && afterTens) continue;
    if (
      token.norm === "and" &&
      last === index - 1 &&
      scales.has(tokens[last]?.norm ?? "") &&
      tokens[index + 1]?.number !== undefined
    )
      continue;
    if (
      token.kind === "WORD" &&
      token.number !== undefined &&
      (index === first || scales.has(tokens[last]?.norm ?? "") || (afterTens && token.number > 0 && token.number < 10))
    ) {
      current += token.number;
      afterTens = tens.includes(token.norm);
    } else if (scale !== undefined && index > first && token.norm !== "k") {
      if (scale === 100 || scale === 12) current *= scale;
      else {
        total += current * scale;
        current = 0;
      }
      afterTens = false;
    } else break;
    last = index;
  }
  return [total + current, last];
}
