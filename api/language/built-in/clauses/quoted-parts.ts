import type { Token } from "../text/tokenise.ts";
import { actVerbs } from "./act-verbs.ts";

const speech =
  /\b(?:said|says|say|saying|told|tells|wrote|writes|written|asked|asks|reads|replied|shouted|claims|translate|summari[sz]e|paraphrase|proofread|spell|repeat|quote|print|title|titled|phrase|sentence|word|words|rewrite|correct|email|message|text|called|what does)\b/i;
const introducer =
  /\b(?:(?:steps )?to reproduce|release notes|meeting notes|change ?log|to-?do(?: list)?|agenda|(?:this|the|an?|my|his|her|their|following|below|another)\s+(?:[\w'-]+\s+){0,2}(?:e-?mail|message|note|text|log|logs|document|doc|article|review|comment|ticket|transcript|letter|paragraph|readme|file|post|tweet|memo|page|sentence|poem|story|output|error|paste|snippet|chat|passage|instructions?)|translate|summari[sz]e|paraphrase|proofread|rewrite|following|(?!(?:i|we|you|to)\s)[\p{L}\p{N}']+\s+(?:just\s+|also\s+|then\s+|once\s+|has\s+|had\s+)?(?:said|says|wrote|reads|writes|written|replied|replies|asked|asks|texted|emailed|posted|commented|shouted|states?|stated|demands?|demanded|orders?|ordered|claims?))(?! (?:to|i (?:should|could|can|might)|we (?:should|could|can)) (?:ask|check|try|look)\b)\b[^:.\n"“]{0,60}:/giu;
const override =
  /\b(?:ignore|disregard|forget|override|bypass|discard)\s+(?:(?:all|any|the|your|my|every|of|these|those|everything)\s+){0,4}(?:(?:previous|prior|earlier|above|preceding|system|former|safety|existing|other)\s+)*(?:instructions?|rules?|prompts?|guidelines?|directives?|polic(?:y|ies)|guardrails?|commands?|context|safeguards?)\b|\b(?:you are now|from now on you are|developer mode|jailbreak|dan mode|pretend (?:to be|you are|that you)|(?:note|message|memo|attention|reminder):? (?:to |for )?(?:the |any |all )?(?:ai|ais|assistants?|bots?|chatbots?|llms?|agents?))\b|(?:^|[\n[<>#*(|]|[.?!;:]\s)\s*(?:system|assistant|admin|administrator|root|developer|tool|function|im_start)\s*(?:[:\]>|]|prompt\b|override\b|message\b)/gi;
/** "Comment = …", "the bird's tag: …", "her name is …": what stands there is data. */
const labelled =
  /(?:(?:^|[\n.;,{(!?]|\bthe|\bits|\bhis|\bher|\bmy|'s)\s*(?:name|comments?|notes?|remarks?|tag|label|title|caption|description|sign|sticker|header|footer|file ?name|field|memo|signature|nickname|inscription)\s*[:=]\s*|\b(?:name|title|tag|label|nickname|inscription) (?:is|was|says|reads)\s+|\b(?:named|nicknamed|labell?ed|titled|entitled)\s+)/giu;
/** First words of the changes that are asked for by more than one word. */
const otherActs = /^(?:roll|undo|put|take|pull|cancel|stop|abort|kill|kick|start|make|set|switch|push|ship|bring)$/;
const asking = /^(?:what|which|who|how|show|list|compare|predict|tell|help)$/;
/** Quotations of one kind that are looked into. */
const mostQuotes = 50;
const fences = [
  /<!--[\s\S]{0,4000}?(?:-->|$)/g,
  /<<[\s\S]{0,4000}?(?:>>|$)/g,
  /```[\s\S]{0,4000}?(?:```|$)/g,
  /"""[\s\S]{0,4000}?(?:"""|$)/g,
  /\[([a-z][\w-]{0,20})\][\s\S]{0,4000}?\[\/\1\]/gi,
  /<([a-z][\w-]{0,20})\b[^>\n]{0,100}>[\s\S]{0,4000}?(?:<\/\1>|$)/gi,
  /(?:^|\n)[ \t]*>[^\n]*/g,
  /(?<=^|\s)--\s[^\n]{1,300}?\s--(?=\s|$)/g,
];
const quotes = [
  /"[^"\n]{1,2000}"/g,
  /[“„«][^”»\n]{1,2000}[”»]/g,
  /(?<![\p{L}\p{N}])['‘][^'’\n]{1,400}(?:['’](?=\p{L})[^'’\n]{1,400}){0,6}['’](?![\p{L}\p{N}])/gu,
];

/**
 * Tokens that the person does not say in their own voice: quotations that are said by others or hold a command, pasted text, code
 * blocks, and everything from an attempt to override the service's rules on. They ask for nothing.
 */
export function quotedTokens(text: string, tokens: readonly Token[]): Set<number> {
  const spans: Span[] = [];
  // "The scale, which reads pounds: 8.5": what is told there only matters as a quotation when it could ask for something.
  const isCommanding = (from: number, to: number) =>
    tokens.some(
      ({ start, norm }) =>
        start >= from && start < to && (actVerbs.has(norm) || otherActs.test(norm) || asking.test(norm)),
    );
  const fenced = spansOf(text, fences).filter(([from]) => !/^\s*<(?:model|name)/i.test(text.slice(from, from + 20)));
  const inMarks = spansOf(text, quotes);
  if (transcript.test(text)) spans.push(...spansOf(text, [spokenLine]));
  spans.push(...fenced);
  // "A small story: … Did she make it?" is told by the person, unless it speaks of a change.
  for (const match of text.matchAll(introducer)) {
    const from = match.index + match[0].length;
    if (/\bstory\s*:$/i.test(match[0]) && !tokens.some(({ start, norm }) => start >= match.index && actVerbs.has(norm)))
      continue;
    const to = endOfTold(text, from, tokens);
    if (!/\b(?:predict|passenger|penguin)\b/i.test(match[0]) && isCommanding(from, to)) spans.push([from, to]);
  }
  for (const match of text.matchAll(labelled)) {
    const from = match.index + match[0].length;
    const to = endOfQuotation(text, from) ?? endOfField(text, from);
    if (changesIn(tokens, from, to)) spans.push([from, to]);
  }
  for (const match of text.matchAll(override)) {
    const from = match.index + match[0].search(/\S/);
    const around = [...fenced, ...inMarks].find((span) => isWithin(from, span));
    spans.push(around ?? [sentenceStart(text, match.index), ownPart(text, match.index + match[0].length, tokens)]);
  }
  for (const [from, to] of inMarks) {
    const before = text.slice(Math.max(0, from - 60), from);
    const words = tokens.filter((token) => token.start >= from && token.end <= to && token.kind !== "PUNCT");
    const commands = words.length > 1 && words.some(({ norm }) => actVerbs.has(norm) || otherActs.test(norm));
    if (
      commands ||
      (words.length > 1 && speech.test(before)) ||
      (words.length === 1 && actVerbs.has(words[0]?.norm ?? ""))
    )
      spans.push([from, to]);
  }
  return tokensIn(spans, tokens);
}

/** "User: … \n Assistant: …": what stands in a pasted conversation was said in that one. */
const transcript = /(?:^|\n)[ \t]*(?:assistant|bot|ai|agent|modelwright|chatgpt|claude)[ \t]*:[^\n]*/i;
const spokenLine =
  /(?:^|\n)[ \t]*(?:user|human|customer|me|you|assistant|bot|ai|agent|system|modelwright|chatgpt|claude)[ \t]*:[^\n]*/gi;

/** Where a labelled value ends: with its line, its sentence or the next field. */
function endOfField(text: string, from: number): number {
  const end = text.slice(from).search(/[;\n]|[.!?](?:\s|$)|,\s*[\p{L}_ ]{1,20}[:=]/u);
  return end < 0 ? text.length : from + end;
}

/** Whether it names a change that could be asked for. */
function changesIn(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.some(({ start, norm }) => start >= from && start < to && actVerbs.get(norm)?.form === "BASE");
}

/** A part of the text: offsets, the second excluded. */
type Span = [number, number];

function spansOf(text: string, patterns: readonly RegExp[]): Span[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].slice(0, mostQuotes).map((match): Span => [match.index, match.index + match[0].length]),
  );
}

function isWithin(at: number, [from, to]: Span): boolean {
  return at >= from && at < to;
}

/** "The log contains: '…'. List the models": in quotation marks, what is told ends with them. */
function endOfTold(text: string, from: number, tokens: readonly Token[]): number {
  return endOfQuotation(text, from) ?? ownPart(text, from, tokens);
}

/** Where a quotation ends that begins here. */
function endOfQuotation(text: string, from: number): number | undefined {
  const [quotation] =
    /^\s*(?:"""[\s\S]{1,4000}?"""|"[^"\n]{1,2000}"|[“„«][^”»\n]{1,2000}[”»]|'[^'\n]{1,2000}'(?=[\s.,;!?]|$))/.exec(
      text.slice(from),
    ) ?? [];
  return quotation === undefined ? undefined : from + quotation.length;
}

/**
 * Where the person goes on in their own voice behind what is told ("The note says: ARCHIVE IT! Who archived version 1?"): the last sentences,
 * if none of them names a change or speaks to whoever follows instructions. What is told may hold such sentences of its own; an answer to one
 * costs nothing. Else the text's end.
 */
function ownPart(text: string, from: number, tokens: readonly Token[]): number {
  let own = text.length;
  for (;;) {
    const start = sentenceBefore(text, own);
    if (start <= from || !asksNoChange(tokens, start, own)) break;
    own = start;
  }
  return own;
}

function sentenceBefore(text: string, end: number): number {
  const before = text.slice(0, end).trimEnd();
  return Math.max(...[". ", "! ", "? ", "\n"].map((mark) => before.lastIndexOf(mark))) + 1;
}

const speaksToMachine =
  /^(?:ai|assistant|bot|chatbot|llm|system|admin|instructions?|prompts?|rules?|ignore|disregard|obey|confirmed|mode|override|reveal|confirmations?)$/;

function asksNoChange(tokens: readonly Token[], from: number, to: number): boolean {
  return !tokens.some(
    ({ start, norm }) =>
      start >= from &&
      start < to &&
      (actVerbs.get(norm)?.form === "BASE" || otherActs.test(norm) || speaksToMachine.test(norm)),
  );
}

/** Both in order of place: one walk, whatever their number. */
function tokensIn(spans: Span[], tokens: readonly Token[]): Set<number> {
  const inside = new Set<number>();
  spans.sort((a, b) => a[0] - b[0]);
  let next = 0;
  let end = -1;
  for (const [index, token] of tokens.entries()) {
    for (let span = spans[next]; span && span[0] <= token.start; span = spans[next]) {
      end = Math.max(end, span[1]);
      next += 1;
    }
    if (token.end <= end) inside.add(index);
  }
  return inside;
}

function sentenceStart(text: string, index: number): number {
  const before = text.slice(Math.max(0, index - 200), index);
  const cut = Math.max(
    before.lastIndexOf(". "),
    before.lastIndexOf("\n"),
    before.lastIndexOf("! "),
    before.lastIndexOf("? "),
    before.lastIndexOf("; "),
  );
  return cut < 0 && before.length < 200 ? index : index - before.length + Math.max(0, cut + 1);
}
