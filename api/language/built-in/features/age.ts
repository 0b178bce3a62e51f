import type { NumberMention } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { isPersonNoun } from "./people.ts";

/** An age in years that some words say. */
export interface AgeMention {
  years: number;
  first: number;
  last: number;
}

/** "30 years old", "12-year-old", "aged 8", "age: 40", "6 months old", "in her forties", "a man of 45", "a woman, 30,". */
export function readAges(tokens: readonly Token[], numbers: readonly NumberMention[]): AgeMention[] {
  const ages: AgeMention[] = [];
  for (const number of numbers) {
    if (number.kind !== "PLAIN") continue;
    const mention = ageAround(tokens, number);
    if (mention) ages.push(mention);
  }
  for (const [index, token] of tokens.entries()) {
    const decade = [
      "twenties",
      "thirties",
      "forties",
      "fifties",
      "sixties",
      "seventies",
      "eighties",
      "nineties",
    ].indexOf(token.norm);
    if (decade >= 0 && /^(his|her|their|my|the|early|mid|late|-)$/.test(tokens[index - 1]?.norm ?? ""))
      ages.push({ years: 20 + decade * 10, first: index, last: index });
    if (/^teens$/.test(token.norm)) ages.push({ years: 15, first: index, last: index });
  }
  return ages;
}

function ageAround(tokens: readonly Token[], number: NumberMention): AgeMention | undefined {
  const years = number.value;
  const { first } = number;
  const after = words(tokens, number.last + 1, 4);
  const unit = /^(?:(years?|yrs?|yr|y)|(months?|mo)|(weeks?|wks?)|(days?)) (old|of age|o)\b/.exec(after.text);
  if (unit) {
    const divisor = unit[2] ? 12 : unit[3] ? 52 : unit[4] ? 365 : 1;
    return { years: years / divisor, first, last: after.indexOf(unit[0].split(" ").length - 1) };
  }
  if (/^(yo|yrs|y)\b/.test(after.text)) return { years, first, last: after.indexOf(0) };
  const before = wordsBefore(tokens, first, 4);
  if (/(?:^| )(?:aged|age|ages)(?: (?:is|was|of|about|around|at|group|equals|only|just))*$/.test(before))
    return { years, first: cueIndex(tokens, first), last: number.last };
  if (/(?:^| )(?:turned|turning)(?: (?:just|only))?$/.test(before)) return { years, first, last: number.last };
  const isSubject =
    /(?:^| )(?:he|she|i|passenger|man|woman|boy|girl|person|lady|gentleman|child) (?:is|was|am|were)(?: only| just| about| around| already)?$/.test(
      before,
    );
  if (
    isSubject &&
    years >= 1 &&
    years <= 110 &&
    /^(?:$|and |when |from |in |with |at the |back )/.test(`${after.text} `.trimStart())
  )
    return { years, first, last: number.last };
  const isYears = /^(years?|yrs?)(?: |$)/.exec(after.text);
  if (isYears && /(?:^| )(?:is|was|were|am|are|has|had|have|of|with|only|just)$/.test(before))
    return { years, first, last: after.indexOf(0) };
  const previous = tokens[first - 1];
  const noun = tokens[first - 2];
  const isAge = years >= 4 && years <= 110 && Number.isInteger(years);
  if (
    isAge &&
    noun &&
    isPersonNoun(noun.norm) &&
    (previous?.norm === "of" ||
      (previous?.text === "," && endsPhrase(tokens[number.last + 1])) ||
      previous?.text === "(")
  ) {
    return { years, first, last: number.last };
  }
  return undefined;
}

function endsPhrase(token: Token | undefined): boolean {
  return token === undefined || /^[,;.)]$/.test(token.text);
}

function words(
  tokens: readonly Token[],
  from: number,
  count: number,
): { text: string; indexOf(position: number): number } {
  const indexes: number[] = [];
  for (let index = from; index < tokens.length && indexes.length < count; index += 1) {
    const token = tokens[index];
    if (!token || (token.kind === "PUNCT" && !/^[-/]$/.test(token.text))) break;
    if (token.kind !== "PUNCT") indexes.push(index);
  }
  return {
    text: indexes.map((index) => tokens[index]?.norm).join(" "),
    indexOf: (position) => indexes[position] ?? from,
  };
}

function wordsBefore(tokens: readonly Token[], to: number, count: number): string {
  return tokens
    .slice(Math.max(0, to - count), to)
    .filter((token) => !/^[:=-]$/.test(token.text))
    .map((token) => token.norm)
    .join(" ");
}

function cueIndex(tokens: readonly Token[], first: number): number {
  for (let index = first - 1; index >= Math.max(0, first - 4); index -= 1)
    if (/^age[ds]?$/.test(tokens[index]?.norm ?? "")) return index;
  return first;
}
