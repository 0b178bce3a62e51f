import type { Token } from "../text/tokenise.ts";
import { actVerbs } from "./act-verbs.ts";
import { opensInTurn } from "./in-turn.ts";

/** A part of a message that can ask for one thing: tokens `from` (included) to `to` (excluded). */
export interface ClauseSpan {
  from: number;
  to: number;
  /** Ends with a question mark. */
  question: boolean;
  /** First of its sentence. */
  opensSentence: boolean;
}

const adverbs =
  /^(then|also|please|pls|plz|just|only|rather|now|finally|afterwards|afterward|next|after|that|so|kindly|maybe|again|lastly|later|and)$/;
const verbs =
  /^(take|put|make|set|pull|push|bring|roll|get|start|stop|cancel|abort|show|list|compare|tell|give|predict|explain|describe|switch|create|build|launch|kick|run|undo|go|halt|kill|check|estimate|what|whats|which|how|hows|when|dont|do|let|lets|can|could|would|will|i|we|is|are|did|who|use|estimate|classify|leave|keep|share|fetch|see|print|display|kicking|also)$/;
const notAfterComma = /^(is|are|did|would|will|i|we|go|run|get|make|set|who|which|when|let|use|take|put|do)$/;
const abbreviations = /^(mr|mrs|ms|dr|vs|st|nr|approx|e|g|i|eg|ie|etc|ver|v)$/;

/** Splits a message at the ends of sentences, and inside them where another request begins. Quoted tokens belong to no clause. */
export function splitClauses(tokens: readonly Token[], quoted: ReadonlySet<number>): ClauseSpan[] {
  const clauses: ClauseSpan[] = [];
  let from = 0;
  let opensSentence = true;
  const close = (to: number, question: boolean, nextOpens: boolean) => {
    if (to > from) clauses.push({ from, to, question, opensSentence });
    from = to;
    opensSentence = nextOpens;
  };
  for (const [index, token] of tokens.entries()) {
    if (quoted.has(index)) {
      if (!quoted.has(index - 1)) close(index, false, false);
      from = index + 1;
      continue;
    }
    if (isListMark(tokens, index)) {
      close(index, false, true);
      from = index + 2;
      continue;
    }
    if (index < from) continue;
    if (token.lineStart && index > from) close(index, false, true);
    if (endsSentence(tokens, index)) {
      close(index, token.text === "?", true);
      from = index + 1;
    } else if (index > from && opensClause(tokens, index, from)) {
      close(index, false, false);
    }
  }
  close(tokens.length, false, true);
  return clauses.filter((clause) => tokens.slice(clause.from, clause.to).some((token) => token.kind !== "PUNCT"));
}

/** "1) … 2) …", "(a) … (b) …": each point asks for itself. */
function isListMark(tokens: readonly Token[], index: number): boolean {
  const [before, token, mark, next] = [tokens[index - 1], tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!token || mark?.text !== ")" || !mark.glued || next?.kind !== "WORD") return false;
  const isOpened = before?.text === "(";
  if (!isOpened && tokens.slice(Math.max(0, index - 12), index).some(({ text }) => text === "(")) return false;
  return /^[1-9]$/.test(token.text) || (isOpened && /^[a-eA-E]$/.test(token.text));
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== "PUNCT" || !/^[.;!?…。？！]$/.test(token.text)) return false;
  if (token.text !== ".") return true;
  const next = tokens[index + 1];
  const previous = tokens[index - 1];
  if (next?.glued && next.kind !== "PUNCT") return false;
  return !(
    previous &&
    next &&
    !isUnit(tokens, index - 1) &&
    (abbreviations.test(previous.norm) ||
      (previous.norm === "no" && next.kind === "NUMBER") ||
      (previous.norm.length === 1 && previous.kind === "WORD" && previous.norm !== "i"))
  );
}

/** "… 3800 g. Bird B: …" ends with a unit, and "J. Smith" does not. */
function isUnit(tokens: readonly Token[], at: number): boolean {
  return /^[glsmyt]$/.test(tokens[at]?.norm ?? "") && tokens[at - 1]?.kind === "NUMBER";
}

/** "What models exist, which is live, and who …": a list of questions, not a description with a relative clause. */
function opensWithQuestion(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, Math.min(to, from + 4))
    .some(({ norm }) => /^(what|whats|which|who|whos|how|hows|when|show|list|tell|know|is|are|compare)$/.test(norm));
}

/** "First show …, second promote …, third list …": a place in an order of requests. */
function isNextPoint(tokens: readonly Token[], at: number): boolean {
  const [word = "", next = ""] = [tokens[at]?.norm, tokens[at + 1]?.norm];
  if (!/^(?:first|second|third|fourth|fifth|secondly|thirdly|fourthly|lastly)(?:ly)?$/.test(word)) return false;
  return (
    actVerbs.get(next)?.form === "BASE" || /^(?:show|list|compare|tell|give|predict|explain|describe|start)$/.test(next)
  );
}

/** "the same for", "do the same with". */
function isSameFor(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 5).map(({ norm }) => norm);
  return /^(?:then |also )?(?:do )?the same (?:for|with|to|on)\b/.test(words.join(" "));
}

const reports = /^(?:history|status|overview|details|metrics|versions|audit|accuracy|summary|progress)$/;

/** "Status of the training, and a history of penguins", "penguins details, penguins history": what is asked for is named, without a verb. */
function isReport(tokens: readonly Token[], from: number, to = from + 3): boolean {
  let at = from;
  while (/^(?:please|two|things|three|the|a|an|its|show|me|give|and|also|:|,)$/.test(tokens[at]?.norm ?? "")) at += 1;
  return at < to && [tokens[at], tokens[at + 1]].some((token) => token !== undefined && reports.test(token.norm));
}

/** "Not version 1 but version 2", "not titanic but cars": one thing is said. */
function setsRight(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens.slice(Math.max(from, at - 4), at).map(({ norm }) => norm);
  const after = tokens.slice(at + 1, at + 5);
  const end = after.findIndex(({ kind }) => kind === "PUNCT");
  const rest = end < 0 && at + 5 < tokens.length ? after : after.slice(0, end < 0 ? after.length : end);
  return (
    before.includes("not") &&
    !before.some((word) => /^(?:do|does|did|is|was|will|would|to)$/.test(word)) &&
    rest.length > 0 &&
    rest.length < 4 &&
    rest.every(
      ({ norm, kind }) =>
        kind === "NUMBER" || /^(?:the|version|v|number)$/.test(norm) || actVerbs.get(norm) === undefined,
    ) &&
    rest.some(({ kind, norm }) => kind === "NUMBER" || norm === "version")
  );
}

/** "… and when that's done show me …" */
function isInTurn(tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, at + 8).map(({ norm }) => norm);
  return opensInTurn.test(` ${words.join(" ")} `);
}

/** Whether a clause of its own begins at this connector. */
function opensClause(tokens: readonly Token[], index: number, from: number): boolean {
  const word = tokens[index]?.norm ?? "";
  if (word === "but") return !setsRight(tokens, index, from);
  if (word === "then")
    return index > from + 1 && !/^(if|when|once)$/.test(tokens[from]?.norm ?? "") && tokens[index - 1]?.norm !== "and";
  if (/^(whats|hows|whos)$/.test(word)) return index > from + 1 && opensWithQuestion(tokens, from, index);
  if (/^(?:and|then)$/.test(word) && isInTurn(tokens, index + 1)) return true;
  if (!/^(and|or|plus|also|,|&|\+|:|-|–|—|than)$/.test(word)) return false;
  if ((word === "-" || word === "than") && !(word === "-" && !tokens[index]?.glued)) return false;
  let at = index + 1;
  let adverb = isNextPoint(tokens, at);
  if (adverb) at += 1;
  while (adverbs.test(tokens[at]?.norm ?? "") && at < index + 5) {
    adverb ||= /^(then|afterwards|finally|next|also)$/.test(tokens[at]?.norm ?? "");
    at += 1;
  }
  const next = tokens[at];
  if (next?.kind !== "WORD") return false;
  // "For cars and also for penguins" is one request; "the same for cars" another.
  if (adverb) return !/^(for|of|with|about|on|in|from|to)$/.test(next.norm);
  if (/^(and|,|&|plus)$/.test(word) && isSameFor(tokens, index + 1)) return true;
  if (/^(and|,|&|plus)$/.test(word) && isReport(tokens, at) && isReport(tokens, from, index)) return true;
  if (word === "," && /^(which|who|what|how|when)$/.test(next.norm) && opensWithQuestion(tokens, from, index))
    return true;
  const form = actVerbs.get(next.norm)?.form;
  // "Would you mind retiring v1 and kicking off a training": one form for both.
  const isGerund =
    form === "GERUND" || /^(kicking|starting|taking|putting|rolling|making|giving|showing|telling)$/.test(next.norm);
  if (isGerund && tokens.slice(from, index).some(({ norm }) => /^(mind|about)$/.test(norm))) return true;
  if (form === "BASE") return true;
  if (/^(may|might)$/.test(next.norm)) return /^(i|we)$/.test(tokens[at + 1]?.norm ?? "");
  if (!verbs.test(next.norm)) return false;
  if (/^(do|did|is|are|will|would|can|could)$/.test(next.norm) && /^[,]$/.test(word))
    return next.norm === "do" && tokens[at + 1]?.norm === "not";
  if (/^(is|are|go|i|we|use)$/.test(next.norm))
    return /^(and|but)$/.test(word) && next.norm === "is"
      ? false
      : /^(i|we)$/.test(next.norm) &&
          /^(want|need|would|wish)$/.test(
            tokens[at + (/^(only|just|really)$/.test(tokens[at + 1]?.norm ?? "") ? 2 : 1)]?.norm ?? "",
          );
  if (/^(who|which|when)$/.test(next.norm) && word === ",") return actVerbs.has(tokens[at + 1]?.norm ?? "");
  return word !== "," || !notAfterComma.test(next.norm);
}
