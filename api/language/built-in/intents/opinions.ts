import { ClauseView } from "../clauses/clause-view.ts";
import type { ClauseSpan } from "../clauses/split-clauses.ts";
import { type IntentEncoder, type IntentOpinion, maskNames } from "../encoder/index.ts";
import type { ModelMention } from "../entities/model-names.ts";
import { isFrequentWord } from "../text/english-words.ts";
import type { MessageReading } from "../text/read-message.ts";
import { fold, type Token } from "../text/tokenise.ts";
import type { ClauseReading } from "./classify-clause.ts";
import { askedOf, bestPlace, placesToSplit } from "./split-by-opinion.ts";

/** Clauses that the encoder is asked about one by one; what stands behind them is judged by the rules alone. */
const mostClauses = 8;

/** What the encoder holds of a clause. */
export interface ClauseOpinion {
  /** With the names of models taken for names. */
  masked: IntentOpinion;
  /** With names that are ordinary words left as words: "titanic" may be the ship. The same as `masked` where there are none. */
  plain: IntentOpinion;
}

/** What the encoder holds of a message and of each of its first clauses. */
export interface Opinions {
  whole: IntentOpinion;
  /** Undefined where the whole says it already, and for those behind the first few. */
  clauses: readonly (ClauseOpinion | undefined)[];
}

/** A message as the encoder helped to take it apart. */
export interface WeighedMessage {
  reading: MessageReading;
  opinions: Opinions;
}

/**
 * Asks the encoder, once for each text that differs; a clause in which it sees two requests is parted where both halves are one each.
 * `ruleOf` says what the rules read in a clause.
 * @throws the signal's reason when it is aborted
 */
export async function askEncoder(
  reading: MessageReading,
  encoder: IntentEncoder,
  ruleOf: (clause: ClauseView) => ClauseReading,
  signal?: AbortSignal,
): Promise<WeighedMessage> {
  const classify = remembering(encoder, signal);
  const everything: ClauseSpan = { from: 0, to: reading.tokens.length, question: false, opensSentence: true };
  const whole = await classify(textOf(reading, everything, isCalledModel));
  const isOne = reading.clauses.length === 1;
  const tells = isStory(whole);
  const clauses: ClauseView[] = [];
  const opinions: (ClauseOpinion | undefined)[] = [];
  // A message of one clause is read once, with its marks and greetings: one look less.
  for (const clause of reading.clauses) {
    if (isOne && reading.quoted.size === 0 && askedOf(whole).length < 2) {
      const rule = ruleOf(clause);
      const masks = rule.kind === "ASKS" && rule.intent !== whole.best;
      const masked = masks ? await classify(textOf(reading, everything, () => true)) : whole;
      return { reading, opinions: { whole, clauses: [{ plain: whole, masked }] } };
    }
    if (isBacked(ruleOf(clause), whole, reading) || (tells && ruleOf(clause).kind === "NONE")) {
      clauses.push(clause);
      opinions.push(undefined);
      continue;
    }
    const parts = opinions.length < mostClauses ? await partsOf(clause, reading, classify) : [clause];
    clauses.push(...parts);
    for (const part of parts) {
      if (opinions.length >= mostClauses) break;
      const plain = await classify(textOf(reading, part.span, isCalledModel));
      const rule = ruleOf(part);
      // Only a rule that the plain reading speaks against needs the other one: each costs some milliseconds.
      const differs = rule.kind === "ASKS" && rule.intent !== plain.best;
      opinions.push({ plain, masked: differs ? await classify(textOf(reading, part.span, () => true)) : plain });
    }
  }
  return { reading: { ...reading, clauses }, opinions: { whole, clauses: opinions } };
}

/** Whether the whole message says already what a rule reads in a clause, so that the clause needs no look of its own. */
function isBacked(rule: ClauseReading, whole: IntentOpinion, { clauses }: MessageReading): boolean {
  return rule.kind === "ASKS" && whole.asked[rule.intent] >= backedFrom && askedOf(whole).length <= clauses.length;
}

/** Whether the whole message describes a case and asks for nothing besides: its clauses need no look of their own where no rule sees a request. */
function isStory({ best, asked }: IntentOpinion): boolean {
  return (
    best === "PREDICT" &&
    asked.PREDICT >= 0.9 &&
    Object.entries(asked).every(([intent, share]) => intent === "PREDICT" || share < 0.1)
  );
}

/** How surely the whole must ask for it. */
const backedFrom = 0.8;

type Classify = (text: string) => Promise<IntentOpinion>;

function remembering(encoder: IntentEncoder, signal?: AbortSignal): Classify {
  const known = new Map<string, IntentOpinion>();
  return async (text) => {
    const before = known.get(text);
    if (before) return before;
    const [opinion] = await encoder.classify([text], signal);
    if (!opinion) throw new Error("the encoder gave no opinion");
    known.set(text, opinion);
    return opinion;
  };
}

async function partsOf(clause: ClauseView, reading: MessageReading, classify: Classify): Promise<ClauseView[]> {
  const { span } = clause;
  const opinion = await classify(textOf(reading, span, isCalledModel));
  const halves = (at: number): [ClauseSpan, ClauseSpan] => [
    { ...span, to: at, question: false },
    { ...span, from: at, opensSentence: false },
  ];
  const tried: { at: number; left: IntentOpinion; right: IntentOpinion }[] = [];
  for (const at of placesToSplit(reading, span, opinion)) {
    const [before, after] = halves(at);
    tried.push({
      at,
      left: await classify(textOf(reading, before, isCalledModel)),
      right: await classify(textOf(reading, after, isCalledModel)),
    });
  }
  const at = bestPlace(opinion, tried);
  if (at === undefined) return [clause];
  return halves(at).map(
    (half) => new ClauseView(half, reading.tokens, reading.models, reading.versions, reading.isKnownWord),
  );
}

/** A clause's words with misspelt ones repaired, and the placeholder for the names that are to be masked. */
function textOf(
  reading: MessageReading,
  { from, to }: ClauseSpan,
  isMasked: (reading: MessageReading, mention: ModelMention) => boolean,
): string {
  let text = "";
  const spans: { start: number; end: number }[] = [];
  for (let index = from; index < to; index += 1) {
    const token = reading.tokens[index];
    if (!token) break;
    const mention = reading.models.find(({ first, last }) => index >= first && index <= last);
    if (!token.glued && index > from) text += " ";
    const start = text.length;
    text += mention ? token.text : repaired(token);
    if (!mention || !isMasked(reading, mention)) continue;
    if (index === mention.first) spans.push({ start, end: text.length });
    else {
      const span = spans.at(-1);
      if (span) span.end = text.length;
    }
  }
  return maskNames(text, spans).trim();
}

/** The word that was meant; parts of contractions and figures stay as they were written. */
function repaired({ kind, text, norm }: Token): string {
  return kind === "WORD" &&
    text.length > 1 &&
    /^\p{L}+$/u.test(text) &&
    fold(text) !== norm &&
    norm.length > 2 &&
    text !== "ca"
    ? norm
    : text;
}

/** Whether a name is plainly a model's: "titanic" alone may be the ship; "titanic v2", "the titanic model" and "churn-2024" can't be. */
function isCalledModel({ tokens, versions }: MessageReading, { known, first, last }: ModelMention): boolean {
  if (!known || last > first || !isFrequentWord(tokens[first]?.norm ?? "")) return true;
  const [before, after] = [tokens[first - 1]?.norm ?? "", tokens[last + 1]?.norm ?? ""];
  return (
    /^(model|models|version|versions)$/.test(after) ||
    /^(model|train|retrain|promote|archive|remove|delete|deploy)$/.test(before) ||
    versions.some((version) => version.first === last + 1 || version.last === first - 2)
  );
}
