import type { Token } from "../text/tokenise.ts";
import { sexByEnding } from "./person-words.ts";

const split = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

const nouns =
  split(`woman women lady ladies girl girls man men gentleman gentlemen gent boy boys child children kid kids baby babies infant infants toddler
 toddlers teenager teenagers teen adult adults person passenger passengers traveller traveler lad lass lassie laddie female male guy bloke chap
 fellow fella gal minor minors grownup nipper tot youngster bairn widow widower spinster bachelor mr mrs miss ms orphan immigrant emigrant
 mister sir madam monsieur madame mademoiselle pensioner newborn schoolboy schoolgirl housewife hero heroine maid housemaid nun priest monk nurse merchant clerk cook servant farmhand
 survivor victim tourist customer patient student`);
const relations =
  split(`mother father wife husband son daughter sister brother aunt auntie uncle grandmother grandfather sons daughters sisters brothers aunts
 uncles parents mom mum mam dad ma pa papa mama mommy daddy mummy wives husbands nephew niece cousin cousins grandson granddaughter child children
 kid kids baby family granny gran grandma nan nana nanna grandad granddad grandpa gramps fiance fiancee friend twin ancestor relative`);
const subjectPronouns = split("she he");
const objectPronouns = split("her him his hers himself herself");
/** Who is only quoted is not spoken of. */
const tells =
  /^(says?|said|tells?|told|swears?|swore|claims?|claimed|reckons?|thinks?|thought|believes?|insists?|writes|bets?|wants?|asks?|asked|asking|wonders?|wondering|saying|telling|claiming|remembers?)$/;

export function isPersonNoun(word: string): boolean {
  return nouns.has(word) || relations.has(word) || sexByEnding(word) !== undefined;
}

const acquaintances = split(
  `neighbour neighbor neighbours friend friends colleague colleagues boss mechanic dealer buddy mate coworker teacher professor`,
);

const servants = split("maid valet nurse cook governess butler servant chauffeur secretary housemaid nanny");

/**
 * Tokens of sentences about somebody else: "Her husband stayed in England. She …", "The neighbour swears by his V8. Mine …". What another
 * sentence says of the same thing counts before them.
 */
export function asideTokens(tokens: readonly Token[]): Set<number> {
  const aside = new Set<number>();
  let from = 0;
  for (let index = 0; index <= tokens.length; index += 1) {
    const token = tokens[index];
    if (token && !(token.kind === "PUNCT" && /^[.;!?]$/.test(token.text))) continue;
    if (opensAside(tokens, from, index))
      for (let at = from; at < turnsBack(tokens, from, index); at += 1) aside.add(at);
    else for (let at = from; at < ownWordsEnd(tokens, from, index); at += 1) aside.add(at);
    for (let at = from; at < saidBefore(tokens, from, index); at += 1) aside.add(at);
    from = index + 1;
  }
  return aside;
}

/** "Did I say 1975?", "I said first class, but the ticket says second": where what is taken back ends. */
function saidBefore(tokens: readonly Token[], from: number, to: number): number {
  const line = tokens
    .slice(from, Math.min(to, from + 6))
    .map(({ norm }) => norm)
    .join(" ");
  if (
    !/^(?:(?:oh|and|,|well|ok|sorry|no|hm|wait) )*(?:did i (?:say|write|tell)|i (?:said|wrote|told you|put)) /.test(
      line,
    )
  )
    return from;
  if (tokens[to]?.text === "?") return to;
  const but = tokens.findIndex(({ norm }, index) => index > from && index < to && norm === "but");
  return but < 0 ? from : but;
}

/** "Her maid was in third, but he himself …": where a sentence turns back to the one that it is about; else its end. */
function turnsBack(tokens: readonly Token[], from: number, to: number): number {
  const but = tokens.findIndex(
    ({ norm }, index) =>
      index > from &&
      index < to &&
      /^(?:but|while|whereas)$/.test(norm) &&
      /^(?:he|she|i|we|mine|it|this)$/.test(tokens[index + 1]?.norm ?? ""),
  );
  return but < 0 ? to : but;
}

/** "I am 71 myself, but the person I ask about …", "we live in Southampton now, but my uncle …": where the part about the asker ends. */
function ownWordsEnd(tokens: readonly Token[], from: number, to: number): number {
  const but = tokens.findIndex(({ norm }, index) => index > from && index < to && norm === "but");
  if (but < 0) return from;
  const line = ` ${tokens
    .slice(from, but)
    .map(({ norm }) => norm)
    .join(" ")} `;
  const isOwn =
    /^ (?:i|we) (?:am|are|was|were|live|come|grew) /.test(line) &&
    / (?:myself|ourselves|now|today|nowadays|live) /.test(line);
  return isOwn ? but : from;
}

/** "My 5 kids love the Titanic": who likes to hear of it is not on board. */
const ofFans =
  /^(?:my|our) (?:\S+ ){0,2}?(?:kids|children|students|pupils|class|nieces|nephews|grandkids|grandchildren|boys|girls|sons|daughters) (?:really |just |all )?(?:love|like|adore|want|wanted|ask|asked|enjoy|wonder|know|are|were) /;
const elders = /^(?:grandfather|grandmother|grandpa|grandma|granddad|grandad|granny|father|mother|uncle|aunt)$/;

function opensAside(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && /^(?:so|and|but|well|now|anyway)$/.test(tokens[at]?.norm ?? "")) at += 1;
  const line = tokens
    .slice(at, to)
    .map(({ norm }) => norm)
    .join(" ");
  if (ofFans.test(line)) return true;
  if (/^the old (?:man|lady|woman|gentleman)\b/.test(line) && tokens.slice(0, at).some(({ norm }) => elders.test(norm)))
    return true;
  const owner = tokens[at]?.norm ?? "";
  if (/^(?:old|little|dear|own|next|door|elder|older|younger|big)$/.test(tokens[at + 1]?.norm ?? "")) at += 1;
  const noun = tokens[at + 1]?.norm ?? "";
  return (
    (/^(?:her|his|their)$/.test(owner) && (relations.has(noun) || servants.has(noun))) ||
    (/^(?:my|our|the|a|one)$/.test(owner) && acquaintances.has(noun))
  );
}

/** Trades, by their endings: "a banker of 40". Words that end so and are things are left out. */
export function isTrade(word: string): boolean {
  return (
    /^[a-z]{3,}(?:er|or|ess|ist|ian|smith|keeper|maker|hand|nurse|teacher)$/.test(word) &&
    !/^(?:number|power|corner|supper|dinner|paper|order|letter|quarter|cover|water|river|error|motor|floor|door|color|other|another|after|under|over|ever|never|whether|rather|either|neither|together|later|former|latter|better|order|mirror|tenor|minor|major|prior|summer|winter|weather|flipper|cylinder|filter|meter|centimeter|millimeter|litter|liter|ladder|chapter|computer|number|member|december|november|october|september|poor|less|unless|business|illness|address|success|access|guess|dress|press|process|list|exist|consist|assist|christian|italian|russian|norwegian|canadian|australian|indian|persian|austrian|hungarian|belgian|armenian|syrian|however|moreover|decor|harbor|tender|steamer|liner|locker|danger|timber|border|tower|gender|factor|sector|for|nor|or)$/.test(
      word,
    )
  );
}

/** How much a word says about the person spoken of: 3 a noun, 2 "she", 1 "her"; 3 for words that are no persons. */
export function personRank(word: string): number {
  if (subjectPronouns.has(word)) return 2;
  return objectPronouns.has(word) ? 1 : 3;
}

/**
 * Whether a person word speaks of somebody beside the passenger: "with her mother", "and his wife", "my nan's aunt", "my dad says …",
 * "my pa bought …" in a story of the first person, "her son is safe".
 */
export function isCompanion(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !isPersonNoun(token.norm)) return false;
  // "Leave the woman, tell me about a man."
  const left = tokens
    .slice(Math.max(0, index - 4), index)
    .map(({ norm }) => norm)
    .join(" ");
  if (/(?:^| )(?:leave|forget|drop|skip|enough of|never mind)(?: about)? (?:the|that|this)$/.test(left)) return true;
  // "A man can dream."
  if (/^(?:can|may) (?:dream|hope)$/.test(`${tokens[index + 1]?.norm} ${tokens[index + 2]?.norm}`)) return true;
  if (ownsAnother(tokens, index) || isTeller(tokens, index) || isOneOfParents(tokens, index)) return true;
  const before = tokens.slice(Math.max(0, index - 7), index).map((item) => item.norm);
  const close = before.join(" ");
  // "I have 3 kids and 2 dogs."
  if (
    /(?:^| )(?:i|we) (?:have|'ve)(?: got)?(?: \S+){1,2}$/.test(close) &&
    /^(?:kids|children|sons|daughters)$/.test(token.norm)
  )
    return true;
  // "And her husband, 41": opens a message, and tells of nobody besides.
  const opens =
    before.length === index && /^and (?:his|her|my|their|the)(?: (?:old|young|late|dear|little))*$/.test(close);
  if (
    !opens &&
    /(?:^| )(?:with|w|without|by|beside|alongside|to|for|join|joining|accompanied by|and|of|from)(?: \/)?(?: (?:a|an|the|two|three|four|five|six|\d{1,2}|one|my|his|her|their|our|your|little|young|old|older|younger|elder|small|big|baby|late|dear|whole))+$/.test(
      close,
    )
  ) {
    // "I begin my tour with a man of fifty": he is who it is about.
    if (
      /(?:begin|beginning|start|starting|open|tour|continue|going on|deal|story) with (?:a|an|the) *$/.test(`${close} `)
    )
      return false;
    return (
      /(?:^| )(?:my|his|her|their|our|your|with|w|without|accompanied|join|joining|by)(?: |$)/.test(close) &&
      !/(?:^| )for (?:a|an|the|my)(?: \S+)?$/.test(close)
    );
  }
  const owner = possessiveBefore(tokens, index);
  if (!relations.has(token.norm) || owner === undefined) return false;
  if (owner === "my" || owner === "our") return speaksOfItself(tokens, index);
  return hasSubjectBefore(tokens, index);
}

/** "my", "his" and the like before a person word, beyond "great-", "old" and "late". */
function possessiveBefore(tokens: readonly Token[], index: number): string | undefined {
  const word = tokens[possessiveAt(tokens, index)]?.norm ?? "";
  return /^(my|his|her|their|our|your)$/.test(word) ? word : undefined;
}

function possessiveAt(tokens: readonly Token[], index: number): number {
  let at = index - 1;
  while (
    at > index - 6 &&
    /^(great|grand|step|-|old|late|dear|little|elder|older|younger|baby|own|big|two|three|four)$/.test(
      tokens[at]?.norm ?? "",
    )
  )
    at -= 1;
  return at;
}

/** "my nan's aunt", "uncle Bob's wife", "a rich man's daughter": the owner of a relation is not the one spoken of. */
function ownsAnother(tokens: readonly Token[], index: number): boolean {
  let at = index + 1;
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "WORD") at += 1;
  if (tokens[at]?.norm !== "'s" && !(tokens[at]?.text === "'" && tokens[at]?.glued)) return false;
  // "A friend of my grandfather's": he is not the one.
  const [end] = [tokens[at + 1]];
  const isOf = tokens.slice(Math.max(0, index - 6), index).some(({ norm }) => norm === "of");
  if (isOf && (end === undefined || (end.kind === "PUNCT" && end.text !== "-"))) return true;
  // "A photo on my mother's piano" tells of no mother.
  const place = tokens[possessiveAt(tokens, index) - 1]?.norm ?? "";
  if (/^(?:on|at|under|behind|near|inside|over|beside)$/.test(place)) return true;
  for (let next = at + 1; next <= at + 4; next += 1) {
    const token = tokens[next];
    if (!token || (token.kind === "PUNCT" && token.text !== "-") || token.kind === "NUMBER") return false;
    if (relations.has(token.norm)) return true;
    // "My father's gauge" tells of no father.
    if (
      /^(gauge|gauges|scales?|ruler|tape|notes?|notebook|diary|records?|list|handwriting|camera|binoculars|boat|letters?|papers|old car)$/.test(
        token.norm,
      )
    )
      return true;
    if (/^(a|an|the|not|in|from|of|was|is|been|aged|about|only|years?)$/.test(token.norm)) return false;
  }
  return false;
}

const parents =
  /^(mother|father|mum|mom|mam|dad|ma|pa|mama|papa|mommy|mummy|daddy|gran|granny|grandma|grandpa|grandad)$/;

/** "mum and dad", "Mum, Dad and me": both together are somebody's parents. */
function isOneOfParents(tokens: readonly Token[], index: number): boolean {
  const isParent = (at: number) => parents.test(tokens[at]?.norm ?? "");
  const isJoint = (at: number) => /^(and|,|&|\+)$/.test(tokens[at]?.norm ?? "");
  return (
    isParent(index) && ((isJoint(index + 1) && isParent(index + 2)) || (isJoint(index - 1) && isParent(index - 2)))
  );
}

/** "my dad says", "my nan always swore", "according to my uncle", "told by my mother". */
export function isTeller(tokens: readonly Token[], index: number): boolean {
  let at = index + 1;
  if (/^\p{Lu}/u.test(tokens[at]?.text ?? "") && tokens[at]?.kind === "WORD") at += 1;
  while (
    at < index + 5 &&
    /^(always|also|once|still|just|and|i|often|has|have|never|'s|is|was|keeps|kept)$/.test(tokens[at]?.norm ?? "")
  )
    at += 1;
  const previous = tokens[index - 1]?.norm ?? "";
  const isMine =
    /^(my|our|the|his|her|a)$/.test(previous) || index === 0 || /^[.;!?:]$/.test(tokens[index - 1]?.text ?? "");
  if (tokens[at]?.text === "," && at > index + 1) at += 1;
  const gives =
    /^(gave|gives|handed|showed|sent|taught|wrote)$/.test(tokens[at]?.norm ?? "") &&
    /^(me|us)$/.test(tokens[at + 1]?.norm ?? "");
  if ((isMine && tells.test(tokens[at]?.norm ?? "")) || gives) return true;
  const before = tokens
    .slice(Math.max(0, index - 4), index)
    .map(({ norm }) => norm)
    .join(" ");
  return /(?:according to|told by|heard from|says|said)(?: (?:my|our|his|her|the|your))?$/.test(before);
}

/** "I" as the traveller ("I boarded", "I love to play"), not as the asker ("I want to know"). */
function speaksOfItself(tokens: readonly Token[], index: number): boolean {
  for (let at = 0; at < tokens.length; at += 1) {
    const norm = tokens[at]?.norm;
    if (norm !== "i" && norm !== "we" && norm !== "me" && norm !== "our") continue;
    const next = tokens[at + 1]?.norm ?? "";
    if (
      norm === "i" &&
      /^(want|need|would|d|wonder|wondered|think|guess|ask|am|was|have|know|like|will|can|just|found|read|saw|heard|get|remember|believe)$/.test(
        next,
      ) &&
      !/^(am|was) (?:a|an|the|in|on|from|just|only|so|travelling|traveling|aboard|born|with)/.test(
        `${next} ${tokens[at + 2]?.norm ?? ""}`,
      )
    )
      continue;
    if (
      norm === "we" &&
      /^(should|found|want|need|think|wonder|wondered|can|could|would|will|are|do|have|know|read|write|heard|tell|drew|got)$/.test(
        next,
      )
    )
      continue;
    if (norm === "me" && /^(tell|show|give|let|to|told|tells|bet|asked)$/.test(tokens[at - 1]?.norm ?? "")) continue;
    if (norm === "our" && isPersonNoun(next)) continue;
    if (at !== index) return true;
  }
  return false;
}

function hasSubjectBefore(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(0, Math.max(0, index - 1))
    .some((token) => nouns.has(token.norm) || subjectPronouns.has(token.norm));
}
