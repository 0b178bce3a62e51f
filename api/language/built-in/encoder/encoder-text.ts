import type { ModelMention } from "../entities/model-names.ts";
import { fold, type Token } from "../text/tokenise.ts";
import { modelPlaceholder, replaceSpans } from "./mask-names.ts";

/** What the text of a message is made from: a MessageReading is one. */
export interface ReadText {
  text: string;
  tokens: readonly Token[];
  models: readonly ModelMention[];
}

/**
 * The text of tokens `from` (included) to `to` (excluded) as the encoder should see it: names of known models and code-like names
 * masked, misspelt words repaired, and the mark that ends it kept.
 */
export function encoderText({ text, tokens, models }: ReadText, from = 0, to = tokens.length): string {
  const first = tokens[from];
  const last = tokens[/^[?!.]$/.test(tokens[to]?.text ?? "") ? to : to - 1];
  if (!first || !last || to <= from) return "";
  const names = models
    .filter((mention) => mention.first >= from && mention.last < to && (mention.known || /[\d_-]/.test(mention.name)))
    .map((mention) => ({
      start: tokens[mention.first]?.start ?? 0,
      end: tokens[mention.last]?.end ?? 0,
      by: modelPlaceholder,
    }));
  const repairs = tokens
    .slice(from, to)
    .filter((token, index, all) => isRepaired(token, all[index + 1]))
    .filter((token) => !names.some(({ start, end }) => token.start >= start && token.end <= end))
    .map(({ start, end, norm }) => ({ start, end, by: norm }));
  return replaceSpans(text.slice(0, last.end), [...names, ...repairs]).slice(first.start);
}

/** A whole word whose letters were changed; a contraction in full is none. */
function isRepaired(token: Token, next: Token | undefined): boolean {
  const plain = /^[a-z]{3,}$/;
  const said = fold(token.text);
  const isContraction = token.glued || (next?.glued === true && /['’ʼ]/.test(next.text));
  return token.kind === "WORD" && !isContraction && plain.test(token.norm) && plain.test(said) && token.norm !== said;
}
