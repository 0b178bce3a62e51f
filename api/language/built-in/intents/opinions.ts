import type { ClauseSpan } from "../clauses/split-clauses.ts";
import { type IntentEncoder, type IntentOpinion, maskNames } from "../encoder/index.ts";
import type { ModelMention } from "../entities/model-names.ts";
import { isFrequentWord } from "../text/english-words.ts";
import type { MessageReading } from "../text/read-message.ts";
import { fold, type Token } from "../text/tokenise.ts";

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
  clauses: readonly ClauseOpinion[];
}

/** Asks the encoder, once for each text that differs. @throws the signal's reason when it is aborted */
export async function askEncoder(
  reading: MessageReading,
  encoder: IntentEncoder,
  signal?: AbortSignal,
): Promise<Opinions> {
  const everything: ClauseSpan = { from: 0, to: reading.tokens.length, question: false, opensSentence: true };
  const whole = textOf(reading, everything, isCalledModel);
  const clauses = reading.clauses.slice(0, mostClauses).map(({ span }) => ({
    masked: textOf(reading, span, () => true),
    plain: textOf(reading, span, isCalledModel),
  }));
  const texts = [...new Set([whole, ...clauses.flatMap(({ masked, plain }) => [masked, plain])])];
  const given = await encoder.classify(texts, signal);
  const opinionOf = (text: string): IntentOpinion => {
    const opinion = given[texts.indexOf(text)];
    if (!opinion) throw new Error("the encoder gave no opinion");
    return opinion;
  };
  return {
    whole: opinionOf(whole),
    clauses: clauses.map(({ masked, plain }) => ({ masked: opinionOf(masked), plain: opinionOf(plain) })),
  };
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
