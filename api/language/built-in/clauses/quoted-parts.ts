import type { Token } from "../text/tokenise.ts";
import { actVerbs } from "./act-verbs.ts";

const speech =
  /\b(?:said|says|say|saying|told|tells|wrote|writes|written|asked|asks|reads|replied|shouted|claims|translate|summari[sz]e|paraphrase|proofread|spell|repeat|quote|print|title|titled|phrase|sentence|word|words|rewrite|correct|email|message|text|called|what does)\b/i;
const introducer =
  /\b(?:(?:this|the|an?|my|his|her|their|following|below|another)\s+(?:[\w'-]+\s+){0,2}(?:e-?mail|message|note|text|log|logs|document|doc|article|review|comment|ticket|transcript|letter|paragraph|readme|file|post|tweet|memo|page|sentence|poem|story|output|error|paste|snippet|chat|passage|instructions?)|translate|summari[sz]e|paraphrase|proofread|rewrite|following|(?!(?:i|we|you|to)\s)[\p{L}\p{N}']+\s+(?:just\s+|also\s+|then\s+|once\s+|has\s+|had\s+)?(?:said|says|wrote|reads|writes|written|replied|replies|asked|asks|texted|emailed|posted|commented|shouted|states?|stated|demands?|demanded|orders?|ordered|claims?))\b[^:.\n"“]{0,60}:/giu;
const override =
  /\b(?:ignore|disregard|forget|override|bypass|discard)\s+(?:(?:all|any|the|your|my|every|of|these|those|everything)\s+){0,4}(?:(?:previous|prior|earlier|above|preceding|system|former|safety|existing|other)\s+)*(?:instructions?|rules?|prompts?|guidelines?|directives?|polic(?:y|ies)|guardrails?|commands?|context|safeguards?)\b|\b(?:you are now|from now on you are|developer mode|jailbreak|dan mode|pretend (?:to be|you are|that you))\b|(?:^|[\n[<>#*(|]|[.?!;:]\s)\s*(?:system|assistant|admin|administrator|root|developer|tool|function|im_start)\s*(?:[:\]>|]|prompt\b|override\b|message\b)/gi;
/** First words of the changes that are asked for by more than one word. */
const otherActs = /^(?:roll|undo|put|take|pull|cancel|stop|abort|kill|kick|start|make|set|switch|push|ship|bring)$/;
const asking = /^(?:what|which|who|how|show|list|compare|predict|tell|help)$/;
/** Quotations of one kind that are looked into. */
const mostQuotes = 50;
const fences = [
  /```[\s\S]{0,4000}?(?:```|$)/g,
  /<([a-z][\w-]{0,20})\b[^>\n]{0,100}>[\s\S]{0,4000}?(?:<\/\1>|$)/gi,
  /(?:^|\n)[ \t]*>[^\n]*/g,
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
  const spans: [number, number][] = [];
  // "The scale, which reads pounds: 8.5": what is told there only matters as a quotation when it could ask for something.
  const isCommanding = (from: number) =>
    tokens.some(
      ({ start, norm }) => start >= from && (actVerbs.has(norm) || otherActs.test(norm) || asking.test(norm)),
    );
  for (const pattern of fences)
    for (const match of text.matchAll(pattern))
      if (!/^\s*<(?:model|name)/i.test(match[0])) spans.push([match.index, match.index + match[0].length]);
  // "A small story: … Did she make it?" is told by the person, unless it speaks of a change.
  for (const match of text.matchAll(introducer))
    if (/\bstory\s*:$/i.test(match[0]) && !tokens.some(({ start, norm }) => start >= match.index && actVerbs.has(norm)))
      continue;
    else if (!/\b(?:predict|passenger|penguin)\b/i.test(match[0]) && isCommanding(match.index + match[0].length))
      spans.push([match.index + match[0].length, endOfTold(text, match.index + match[0].length, tokens)]);
  for (const match of text.matchAll(override)) spans.push([sentenceStart(text, match.index), text.length]);
  for (const pattern of quotes) {
    for (const match of [...text.matchAll(pattern)].slice(0, mostQuotes)) {
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      const words = tokens.filter(
        (token) => token.start >= match.index && token.end <= match.index + match[0].length && token.kind !== "PUNCT",
      );
      const commands = words.length > 1 && words.some(({ norm }) => actVerbs.has(norm) || otherActs.test(norm));
      if (
        commands ||
        (words.length > 1 && speech.test(before)) ||
        (words.length === 1 && actVerbs.has(words[0]?.norm ?? ""))
      )
        spans.push([match.index, match.index + match[0].length]);
    }
  }
  return tokensIn(spans, tokens);
}

/** "The log contains: '…'. List the models": in quotation marks, what is told ends with them. */
function endOfTold(text: string, from: number, tokens: readonly Token[]): number {
  const [quotation] =
    /^\s*(?:"[^"\n]{1,2000}"|[“„«][^”»\n]{1,2000}[”»]|'[^'\n]{1,2000}'(?=[\s.,;!?]|$))/.exec(text.slice(from)) ?? [];
  return quotation === undefined ? ownQuestion(text, from, tokens) : from + quotation.length;
}

/**
 * Where the person's own question begins behind what is told ("The note says: ARCHIVE IT! Who archived version 1?"), else the text's end. Only one
 * that names no change: what is told may hold questions of its own, and an answer to one costs nothing.
 */
function ownQuestion(text: string, from: number, tokens: readonly Token[]): number {
  const start = Math.max(...[". ", "! ", "? ", "\n"].map((mark) => text.lastIndexOf(mark, text.length - 3))) + 1;
  if (start <= from || !/\?\s*$/.test(text)) return text.length;
  const own = tokens.filter((token) => token.start >= start);
  const isRead =
    asksAfter.test(own[0]?.norm ?? "") &&
    !own.some(({ norm }) => actVerbs.get(norm)?.form === "BASE" || otherActs.test(norm));
  return isRead ? start : text.length;
}

const asksAfter = /^(?:who|whose|when|which|what|whats|how|hows|is|are|was|did|has|have|does)$/;

/** Both in order of place: one walk, whatever their number. */
function tokensIn(spans: [number, number][], tokens: readonly Token[]): Set<number> {
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
