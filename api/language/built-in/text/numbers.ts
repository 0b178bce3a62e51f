import { unitOf } from "../features/units.ts";
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

/** "½" and its like. */
const fractionSigns = new Map([
  ["½", 1 / 2],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
  ["¼", 1 / 4],
  ["¾", 3 / 4],
  ["⅕", 1 / 5],
]);

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
  const sign = fractionSigns.get(token?.text ?? "");
  if (sign !== undefined) return { value: sign, kind: "FRACTION", first, last: first };
  if (token?.kind === "NUMBER") return slashFraction(tokens, first);
  if (token?.kind !== "WORD") return undefined;
  if (token.norm === "half" && !/^(an?|one)$/.test(tokens[first - 1]?.norm ?? ""))
    return { value: 0.5, kind: "FRACTION", first, last: first };
  const isBare =
    parts.has(token.norm) &&
    /^(of|held|out|aside|for|back|left|unseen)$/.test(tokens[first + 1]?.norm ?? "") &&
    /^(with|w|\/|using|on|hold|keep|reserve|leave|holding|keeping|leaving)$/.test(tokens[first - 1]?.norm ?? "");
  if (isBare) return { value: 1 / (parts.get(token.norm) ?? 1), kind: "FRACTION", first, last: first };
  // "The fifth part of the data"
  const isPart = parts.has(token.norm) && tokens[first + 1]?.norm === "part" && tokens[first - 1]?.norm === "the";
  if (isPart) return { value: 1 / (parts.get(token.norm) ?? 1), kind: "FRACTION", first, last: first + 1 };
  const count = /^an?$/.test(token.norm) ? 1 : token.number;
  let last = first + 1;
  if (tokens[last]?.text === "-") last += 1;
  const divisor = parts.get(tokens[last]?.norm ?? "");
  if (count === undefined || divisor === undefined || count < 1) return undefined;
  const after = tokens[last + 1]?.text === "-" ? tokens[last + 2]?.norm : tokens[last + 1]?.norm;
  if (/^(class|version|model|one|time|person|passenger|run)$/.test(after ?? "")) return undefined;
  return { value: count / divisor, kind: "FRACTION", first, last };
}

/** "1/4": a proper fraction of small numbers; "80/20" is none. */
function slashFraction(tokens: readonly Token[], first: number): NumberMention | undefined {
  const [above, slash, below] = [tokens[first], tokens[first + 1], tokens[first + 2]];
  const isFraction =
    slash?.text === "/" &&
    slash.glued &&
    below?.glued &&
    /^[1-9]$/.test(above?.text ?? "") &&
    tokens[first - 1]?.text !== "/";
  if (!isFraction || !/^(?:[2-9]|10)$/.test(below.text) || tokens[first + 3]?.text === "/") return undefined;
  const value = (above?.number ?? 0) / (below.number ?? 1);
  return value < 1 ? { value, kind: "FRACTION", first, last: first + 2 } : undefined;
}

function numberAt(tokens: readonly Token[], start: number): NumberMention | undefined {
  const token = tokens[start];
  const isWhole = token?.norm === "a" && /^(hundred|thousand|million)$/.test(tokens[start + 1]?.norm ?? "");
  if (token?.number === undefined && !isWhole) return undefined;
  let [value, last] = token.kind === "NUMBER" ? digitsAt(tokens, start) : wordsAt(tokens, start);
  const scale = scales.get(tokens[last + 1]?.norm ?? "");
  if (scale !== undefined && token.kind === "NUMBER" && (tokens[last + 1]?.norm !== "k" || tokens[last + 1]?.glued)) {
    value *= scale;
    last += 1;
  }
  const rest = remainderAt(tokens, last + 1);
  if (rest && Number.isInteger(value) && !isOption(tokens, start)) {
    value += rest.value;
    last = rest.last;
    const thousands = scales.get(tokens[last + 1]?.norm ?? "") ?? 1;
    if (thousands >= 1_000) {
      value *= thousands;
      last += 1;
    }
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

/** "Seed 1234 and a tenth for testing": what stands behind a seed or a version is no part of it. */
function isOption(tokens: readonly Token[], first: number): boolean {
  const at = /^(?:=|:|of|is|to|number)$/.test(tokens[first - 1]?.norm ?? "") ? first - 2 : first - 1;
  return /^(?:seeds?|state|version|v)$/.test(tokens[at]?.norm ?? "");
}

/** What stands behind a whole number or its unit: "and a half", "and three quarters", "½", "1/2"; as a part of one. */
export function remainderAt(tokens: readonly Token[], first: number): { value: number; last: number } | undefined {
  const sign = fractionSigns.get(tokens[first]?.text ?? "");
  if (sign !== undefined) return { value: sign, last: first };
  const slash = slashFraction(tokens, first);
  if (slash && !tokens[first]?.glued) return slash;
  if (tokens[first]?.norm !== "and") return undefined;
  if (tokens[first + 1]?.norm === "half") return { value: 0.5, last: first + 1 };
  const divisor = parts.get(tokens[first + 2]?.norm ?? "");
  const count = tokens[first + 1]?.norm === "a" ? 1 : tokens[first + 1]?.number;
  if (divisor === undefined || count === undefined || count < 1 || count >= divisor) return undefined;
  return { value: count / divisor, last: first + 2 };
}

/** Digits; a comma between glued digits is a decimal comma before a unit and after a zero ("18,7 mm", "0,25"). */
function digitsAt(tokens: readonly Token[], first: number): [number, number] {
  const [whole, comma, rest, after] = [tokens[first], tokens[first + 1], tokens[first + 2], tokens[first + 3]];
  const isDecimal =
    comma?.text === "," &&
    comma.glued &&
    rest?.kind === "NUMBER" &&
    rest.glued &&
    /^\d{1,3}$/.test(whole?.text ?? "") &&
    /^\d{1,2}$/.test(rest.text) &&
    (tokens.length === 3 ||
      (after?.kind === "WORD" && unitOf(after.norm) !== undefined) ||
      whole?.text === "0" ||
      after?.text === "%" ||
      after?.norm === "percent");
  if (isDecimal && whole && rest) return [Number(`${whole.text}.${rest.text}`), first + 2];
  return [whole?.number ?? Number.NaN, first];
}

/** "forty two", "two hundred and fifty", "twenty-six hundred", "three point five", "nineteen seventy-four" (a year), "a thousand". */
function wordsAt(tokens: readonly Token[], first: number): [number, number] {
  let total = 0;
  let current = 0;
  let last = first;
  let afterTens = false;
  for (let index = first; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const scale = scales.get(token.norm);
    if (token.text === "-" && (afterTens || isCentury(current, tokens[index + 1]))) continue;
    if (
      token.norm === "and" &&
      last === index - 1 &&
      scales.has(tokens[last]?.norm ?? "") &&
      tokens[index + 1]?.number !== undefined
    )
      continue;
    if (token.norm === "a" && index === first) current = 1;
    else if (isCentury(current, token) && total === 0) {
      current = current * 100 + (token.number ?? 0);
      afterTens = true;
    } else if (
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
  const value = total + current;
  const decimals = tokens[last + 1]?.norm === "point" ? spokenDigits(tokens, last + 2) : "";
  return decimals === "" ? [value, last] : [Number(`${value}.${decimals}`), last + 1 + decimals.length];
}

/** "nineteen" before "seventy": the words of a year. */
function isCentury(hundreds: number, next: Token | undefined): boolean {
  return (hundreds === 18 || hundreds === 19) && next?.kind === "WORD" && tens.includes(next.norm);
}

/** "seven", "two five": the digits behind a spoken point. */
function spokenDigits(tokens: readonly Token[], from: number): string {
  let digits = "";
  for (let index = from; digits.length < 4; index += 1) {
    const token = tokens[index];
    if (token?.kind !== "WORD" || token.number === undefined || token.number > 9) return digits;
    digits += String(token.number);
  }
  return digits;
}
