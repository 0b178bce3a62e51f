import { type NumberMention, remainderAt } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { isPersonNoun, isTrade } from "./people.ts";

/** An age in years that some words say: that many, fewer ("not yet ten") or more ("over 60"). Tokens, both included. */
export interface AgeMention {
  years: number;
  bound?: "BELOW" | "ABOVE";
  first: number;
  last: number;
}

/** What the reader of ages asks about the words around a number. */
export interface AgeContext {
  /** A capitalised word that is no ordinary one: somebody's name. */
  isName(index: number): boolean;
  /** A word that says a value of another feature ("male", "Southampton"). */
  isValue(index: number): boolean;
}

const decades = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
/** The oldest age that a number without the word "years" or "aged" is taken for. */
const oldest = 110;
const hedges =
  /^(is|was|of|exactly|precisely|about|around|at|group|equals|only|just|already|almost|nearly|barely|roughly|approximately|maybe|perhaps|probably|then|still|now|some|over|under|be|been|to|turning|on|going|the|age|mere|tender|ripe|not|yet|below|past|than|less|more|younger|older|least|turned)$/;

/**
 * "30 years old", "12-year-old", "aged 8", "age: 40", "6 months old", "in her forties", "in his 30s", "40-something", "a man of 45", "a widow, 58,",
 * "who was 34", "Declan was sixteen", "Anna (22)", "male, thirty-seven, Southampton", "having 45 years", "not yet ten".
 */
export function readAges(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  context: AgeContext = { isName: () => false, isValue: () => false },
): AgeMention[] {
  const ages: AgeMention[] = [];
  for (const number of numbers) {
    if (number.kind !== "PLAIN") continue;
    const mention = ageAround(tokens, number, context);
    if (mention) ages.push(bounded(tokens, mention));
  }
  for (const [index, token] of tokens.entries()) {
    const decade = decades.indexOf(token.norm);
    const isOfOthers = /(?:^| )(?:all|both|each) (?:of them )?in their(?: (?:early|mid|late))?$/.test(
      wordsBefore(tokens, index, 5),
    );
    if (decade >= 0 && !isOfOthers && /^(his|her|their|my|the|early|mid|late|-)$/.test(tokens[index - 1]?.norm ?? ""))
      ages.push({ years: 20 + decade * 10, first: index, last: index });
    if (/^teens$/.test(token.norm)) ages.push({ years: 15, first: index, last: index });
  }
  return ages;
}

function ageAround(tokens: readonly Token[], number: NumberMention, context: AgeContext): AgeMention | undefined {
  const outright = withUnit(tokens, number, context) ?? withCue(tokens, number);
  const { first, last, value: years } = number;
  if (!outright && years <= oldest && isInRange(tokens, number)) return { years, first, last };
  if (outright || years < 0) return outright;
  if (years > oldest) return isTooOld(tokens, number, context) ? { years, first, last } : undefined;
  return ofDecade(tokens, number) ?? (isSaidOf(tokens, number, context) ? { years, first, last } : undefined);
}

/** "Somewhere between forty and fifty", "age 16 to 20": either end of a range of ages. */
function isInRange(tokens: readonly Token[], { first, last }: NumberMention): boolean {
  const [before, after] = [tokens[first - 1]?.norm ?? "", tokens[last + 1]?.norm ?? ""];
  const isNumber = (at: number) => tokens[at]?.number !== undefined;
  const opensRange = before === "between" && after === "and" && isNumber(last + 2);
  const closesRange = before === "and" && isNumber(first - 2) && /\bbetween$/.test(wordsBefore(tokens, first - 2, 2));
  if (opensRange || closesRange) {
    const start = opensRange ? first - 1 : first - 3;
    return /(?:^| )(?:he|she|they|i|aged|age|somewhere|was|is|someone|somebody|of)$/.test(
      wordsBefore(tokens, start, 2),
    );
  }
  const joins = /^(?:to|or|-|–)$/;
  const isCued = (at: number) =>
    /(?:^| )(?:age|aged|ages)(?: (?:is|was|of|about|around|between|from))?$/.test(wordsBefore(tokens, at, 3));
  return joins.test(before) && isNumber(first - 2) && isCued(first - 2);
}

/** "he was 200.": said of a person, and nothing else follows. */
function isTooOld(tokens: readonly Token[], { value, first, last }: NumberMention, context: AgeContext): boolean {
  return value < 1_000 && endsPhrase(tokens[last + 1]) && isSubjectBefore(tokens, first, context);
}

/** "30 years old", "aged two and a half months", "having 45 years", "five years," behind a comma. */
function withUnit(
  tokens: readonly Token[],
  { value, first, last }: NumberMention,
  context: AgeContext,
): AgeMention | undefined {
  const after = words(tokens, last + 1, 4);
  const unit = /^(?:(years?|yrs?|yr|y|winters|summers)|(months?|mo|mos)|(weeks?|wks?)|(days?)) (old|of age|o)\b/.exec(
    after.text,
  );
  if (unit) {
    const divisor = unit[2] ? 12 : unit[3] ? 52 : unit[4] ? 365 : 1;
    return { years: value / divisor, first, last: after.indexOf(unit[0].split(" ").length - 1) };
  }
  if (/^(yo|yrs|y)\b/.test(after.text)) return { years: value, first, last: after.indexOf(0) };
  const isTime = /^(?:(years?|yrs?)|(months?)|(weeks?)|(days?))(?: |$)/.exec(after.text);
  if (!isTime) return undefined;
  const before = wordsBefore(tokens, first, 4);
  const end = after.indexOf(0);
  const half = remainderAt(tokens, end + 1);
  const divisor = isTime[2] ? 12 : isTime[3] ? 52 : isTime[4] ? 365 : 1;
  const mention = { years: (value + (half?.value ?? 0)) / divisor, first, last: half?.last ?? end };
  const isOne = (at: number) => at < 0 || isPerson(tokens, at) || context.isName(at) || context.isValue(at);
  const isTold =
    /(?:^| )(?:is|was|were|am|are|has|had|have|having|got|counts|counting|with|only|just|nearly|almost|(?:is|was) of|back to)$/.test(
      before,
    );
  const isOf = /(?:^| )of$/.test(before) && isOne(first - 2);
  const isApart = /^[,.;:/]$/.test(tokens[first - 1]?.text ?? ",") && isOne(first - 2) && endsPhrase(tokens[end + 1]);
  // "lady 60 years, first class", "lady 60 years first class"
  const isEnd = endsPhrase(tokens[end + 1]) || context.isValue(end + 1) || context.isValue(end + 2);
  const isBeside = isOne(first - 1) && first > 0 && isEnd;
  if (!isTold && !isOf && !isApart && !isBeside) return undefined;
  return /^(of|as|experience|abroad|ago|before|later|after|in|at|on|to|waiting|working)$/.test(
    tokens[mention.last + 1]?.norm ?? "",
  )
    ? undefined
    : mention;
}

/** "aged 8", "age: 40", "at the age of 33", "turned nineteen", "going on seven". */
function withCue(tokens: readonly Token[], { value, first, last }: NumberMention): AgeMention | undefined {
  const before = wordsBefore(tokens, first, 4);
  if (
    /(?:^| )(?:aged|age|ages)(?: (?:is|was|of|about|around|at|group|equals|only|just|nearly|almost|over|under|between))*$/.test(
      before,
    )
  )
    return { years: value, first: cueIndex(tokens, first), last };
  if (/(?:^| )(?:turned|turning|going on|goin on)(?: (?:just|only))?$/.test(before))
    return { years: value, first, last };
  return undefined;
}

/** "in her 30s", "40-something", "thirty-odd". */
function ofDecade(tokens: readonly Token[], { value, first, last }: NumberMention): AgeMention | undefined {
  if (value < 20 || value % 10 !== 0) return undefined;
  const next = tokens[last + 1];
  const isPlural = (next?.norm === "s" || next?.norm === "'s") && next.glued;
  if (isPlural && /^(his|her|their|my|the|early|mid|late|-)$/.test(tokens[first - 1]?.norm ?? ""))
    return { years: value, first, last: last + 1 };
  const tail = next?.text === "-" ? last + 2 : last + 1;
  return /^(something|odd|ish)$/.test(tokens[tail]?.norm ?? "") ? { years: value, first, last: tail } : undefined;
}

/** Whether a bare number is said of a person: "she was 23 when", "a maid of 24", "Mr Brown, 51,", "Edward (36)", "male, 40". */
function isSaidOf(tokens: readonly Token[], { value, first, last }: NumberMention, context: AgeContext): boolean {
  const after = tokens[last + 1];
  const isNext = context.isValue(last + 1) && (isPerson(tokens, first - 1) || context.isValue(first - 1));
  // "Woman 28, third class"
  const isClosed = after === undefined || /^[,;.)/|]$/.test(after.text);
  const isBehind = isPerson(tokens, first - 1) && isClosed && value >= 2;
  if ((isNext || isBehind) && Number.isInteger(value) && value > 0) return true;
  if (!mayFollow(tokens, last + 1)) return false;
  const isRound = Number.isInteger(value) || value % 1 === 0.5;
  if (!isRound || tokens[first]?.text.startsWith("0")) return false;
  if (isSubjectBefore(tokens, first, context)) return true;
  if (isAtAge(tokens, first, last, value) || isSaidBehind(tokens, first, last)) return true;
  const start = beforeHedges(tokens, first);
  const previous = tokens[start];
  if (previous?.norm === "of") {
    const noun = tokens[start - 1]?.norm ?? "";
    // "a mother of four" has four children.
    if (/^(mother|father|mum|mom|dad|parent|parents|widow|widower|family|man|woman)$/.test(noun) && value < 15)
      return false;
    return (
      isPerson(tokens, start - 1) || (isTrade(noun) && /^(a|an|the|young|old)$/.test(tokens[start - 2]?.norm ?? ""))
    );
  }
  const opens = previous === undefined || /^[,;:.(/|–—-]$/.test(previous.text);
  const closes =
    after === undefined ||
    /^[,;.)!?/|–—-]$/.test(after.text) ||
    /^(and|from|in|who|with|but)$/.test(after.norm) ||
    after.lineStart;
  if (!opens || !closes || (previous?.glued && /^[-–/]$/.test(previous.text))) return false;
  return isBesidePerson(tokens, start + 1, last, context);
}

/** "left Queenstown at 17 with …": no time of the day, no place. */
function isAtAge(tokens: readonly Token[], first: number, last: number, value: number): boolean {
  if (tokens[first - 1]?.norm !== "at" || value < 13) return false;
  const after = tokens[last + 1];
  return after === undefined || /^[,.;)]$/.test(after.text) || /^(with|when|she|he|and)$/.test(after.norm);
}

/** "Thirty-one he was." */
function isSaidBehind(tokens: readonly Token[], first: number, last: number): boolean {
  const [before, subject, verb] = [tokens[first - 1], tokens[last + 1], tokens[last + 2]];
  const opens = before === undefined || /^[.!?;,]$/.test(before.text);
  return (
    opens &&
    /^(he|she|i)$/.test(subject?.norm ?? "") &&
    /^(was|is|am)$/.test(verb?.norm ?? "") &&
    endsPhrase(tokens[last + 3])
  );
}

/** The token before a number and "only", "barely" or "about". */
function beforeHedges(tokens: readonly Token[], first: number): number {
  let at = first - 1;
  while (
    at > first - 4 &&
    /^(only|just|barely|about|nearly|almost|maybe|perhaps|roughly|around|already|some)$/.test(tokens[at]?.norm ?? "")
  )
    at -= 1;
  return at;
}

/** "…, 34, …": the item of a list before the number is a person, a name or another value, or the one behind it is a value. */
function isBesidePerson(tokens: readonly Token[], first: number, last: number, context: AgeContext): boolean {
  const before = first - 2;
  const isClosed = tokens[first - 1] !== undefined;
  if (isClosed && before >= 0 && (isPerson(tokens, before) || context.isName(before))) return true;
  const mark = tokens[first - 1]?.text;
  const isList = mark === undefined || /^[,.;/|]$/.test(mark);
  if (isList && before >= 0 && context.isValue(before)) return true;
  if (
    isClosed &&
    mark === "," &&
    before >= 0 &&
    isTrade(tokens[before]?.norm ?? "") &&
    /^(a|an|the)$/.test(articleBefore(tokens, before))
  )
    return true;
  const next = tokens[last + 1];
  return isList && next !== undefined && /^[,/|;]$/.test(next.text) && context.isValue(last + 2);
}

function articleBefore(tokens: readonly Token[], noun: number): string {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    const word = tokens[at]?.norm ?? "";
    if (/^(a|an|the)$/.test(word)) return word;
  }
  return "";
}

/** "she was (only just) 23", "the boy who wore them was two", "Rose was seven", "I'm 40", "both 27". */
function isSubjectBefore(tokens: readonly Token[], first: number, context: AgeContext): boolean {
  let at = first - 1;
  while (at > first - 6 && hedges.test(tokens[at]?.norm ?? "") && !/^(is|was|be|been)$/.test(tokens[at]?.norm ?? ""))
    at -= 1;
  if (/^(both|herself|himself|myself)$/.test(tokens[at]?.norm ?? "")) return true;
  if (!/^(is|was|am|were|be|been|'s|being|are)$/.test(tokens[at]?.norm ?? "")) return false;
  at -= 1;
  while (
    at > first - 9 &&
    /^(must|have|had|has|would|could|might|may|will|'d|'ll|who|herself|himself|then|only|just|actually|'s)$/.test(
      tokens[at]?.norm ?? "",
    )
  ) {
    if (tokens[at]?.norm === "who" && isPersonNear(tokens, at, context)) return true;
    at -= 1;
  }
  const subject = tokens[at];
  if (!subject) return false;
  if (
    /^(one|eldest|oldest|youngest)$/.test(subject.norm) &&
    /^(the|older|younger|other|elder|this|that|little)$/.test(tokens[at - 1]?.norm ?? "")
  )
    return true;
  if (/^(he|she|i)$/.test(subject.norm) || isPerson(tokens, at) || context.isName(at)) return true;
  // "My brother Tom was nine."
  if (/^\p{Lu}/u.test(subject.text) && isPerson(tokens, at - 1)) return true;
  // "the boy who wore them was two": the noun before "who" is the subject still.
  for (let back = at; back > Math.max(0, at - 6); back -= 1) {
    if (/^[.;!?,]$/.test(tokens[back]?.text ?? "")) return false;
    if (tokens[back]?.norm === "who") return isPerson(tokens, back - 1);
  }
  return false;
}

function isPersonNear(tokens: readonly Token[], who: number, context: AgeContext): boolean {
  const at = tokens[who - 1]?.text === "," ? who - 2 : who - 1;
  return isPerson(tokens, at) || context.isName(at);
}

function isPerson(tokens: readonly Token[], index: number): boolean {
  return isPersonNoun(tokens[index]?.norm ?? "");
}

/** What a bare age may stand before: the end, a mark, or a word that begins something new; never what is counted ("two hats"). */
function mayFollow(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.lineStart) return true;
  if (token.kind === "PUNCT")
    return (
      /^[,;:.()!?/|–—-]$/.test(token.text) &&
      !(/^[/:.-]$/.test(token.text) && tokens[index + 1]?.kind === "NUMBER" && tokens[index + 1]?.glued === true)
    );
  return /^(and|or|when|who|in|from|with|at|as|but|on|then|that|travelling|traveling|working|living|walking|standing|carrying|sailing|boarding|going|by|to|while|back|if|because|so|aboard|without|having|had|holding|y|o|at|she|he|they|survived?|would|have|has|embarked|boarded|'s|male|female|man|woman)$/.test(
    token.norm,
  );
}

/** "not yet ten", "under 18", "over sixty". */
function bounded(tokens: readonly Token[], mention: AgeMention): AgeMention {
  const before = wordsBefore(tokens, mention.first, 3);
  const inside = tokens
    .slice(mention.first, mention.last)
    .map(({ norm }) => norm)
    .join(" ");
  if (/(?:not yet|under|below|younger than|less than)$/.test(before) || /\bunder\b/.test(inside))
    return { ...mention, bound: "BELOW" };
  return /(?:^| )(?:over|above|past|older than|more than|at least)$/.test(before) || /\bover\b/.test(inside)
    ? { ...mention, bound: "ABOVE" }
    : mention;
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
