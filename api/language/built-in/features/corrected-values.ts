import type { CategoricalFeature } from "../../../models/definitions/define-model.ts";
import { generalWords } from "../text/common-words.ts";
import { isCorrection } from "../text/corrections.ts";
import { domainWords } from "../text/domain-words.ts";
import { isFrequentWord } from "../text/english-words.ts";
import { withNumber } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import type { CompiledDefinition } from "./compiled-definition.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";

/**
 * "boarded in Cherbourg, no, Hamburg", "second class, sorry, fifth": what stands alone behind a correction of a category is meant for the
 * same feature, though it can be none of its categories.
 */
export function correctedValues(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
): Impossible[] {
  const found: Impossible[] = [];
  for (const { feature, weak, last } of candidates) {
    if (weak || feature.kind !== "CATEGORICAL") continue;
    const at = behindCorrection(compiled, tokens, last + 1);
    const said = at === undefined ? undefined : tokens[at];
    if (at === undefined || !said || candidates.some((other) => at >= other.first && at <= other.last)) continue;
    if (isForeignName(compiled, said) || isForeignRank(compiled, feature, said))
      found.push({ feature, why: "UNKNOWN", first: at, last: at });
  }
  return found;
}

/** The token that a correction puts in the place of what stands before it: alone, up to a mark, "and", what the model is of, or the end. */
function behindCorrection(compiled: CompiledDefinition, tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (
    at < from + 8 &&
    /^(?:[,.;:–—-]|…|no|nope|wait|actually|sorry|oops|i|mean|meant|make|that|it|was|is|rather|or|correction|in|at|from|the|er|um|uh)$/.test(
      tokens[at]?.norm ?? "",
    )
  )
    at += 1;
  if (!isCorrection(tokens, from, at)) return undefined;
  const after = tokens[at + 1];
  const isAlone =
    after === undefined ||
    after.kind === "PUNCT" ||
    /^(?:and|with|who|in|please)$/.test(after.norm) ||
    compiled.nameWords.has(after.norm) ||
    compiled.nameWords.has(`${after.norm}s`);
  return isAlone ? at : undefined;
}

function isForeignName(compiled: CompiledDefinition, { kind, norm, text, number }: Token): boolean {
  if (kind !== "WORD" || norm.length < 3 || number !== undefined || compiled.words.has(norm)) return false;
  if (generalWords.has(norm) || domainWords.has(norm)) return false;
  // "european, no, chinese"
  return /^\p{Lu}/u.test(text) || !isFrequentWord(norm) || /^[a-z]{4,}(?:ese|ish|ian)$/.test(norm);
}

/** An ordinal or a number where the feature's categories are counted ("first class"). */
function isForeignRank(compiled: CompiledDefinition, feature: CategoricalFeature, token: Token): boolean {
  const modifiers = compiled.heads.get(feature)?.modifiers;
  const isCounted = modifiers?.has("first") || modifiers?.has("1");
  const isRank = /^(?:zeroth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(token.norm);
  return Boolean(isCounted && (isRank || withNumber(token).number !== undefined) && !modifiers?.has(token.norm));
}
