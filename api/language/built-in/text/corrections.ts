import type { Token } from "./tokenise.ts";

const correction =
  /(?:^| )(?:no|nope|wait|actually|sorry|oops|correction|i mean|i meant|make (?:that|it)|scratch that|or rather|(?:is|was) (?:really|actually)|so (?:take|use|go with)|but (?:it|he|she|they|that) (?:really |actually )?(?:has|is|was|had|should))(?: |$)/;

/** Whether the words from token `from` (included) to `to` (excluded) take back what was said before: "no", "sorry", "I mean". */
export function isCorrection(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens
    .slice(from, to)
    .filter(({ kind }) => kind !== "PUNCT")
    .map(({ norm }) => norm)
    .join(" ");
  return correction.test(words);
}

/** Of mentions in the order said, those after the last correction between two of them. */
export function afterCorrections<T extends { first: number; last: number }>(
  mentions: readonly T[],
  tokens: readonly Token[],
): readonly T[] {
  const sorted = [...mentions].sort((a, b) => a.first - b.first);
  for (let index = sorted.length - 1; index > 0; index -= 1) {
    const [before, here] = [sorted[index - 1], sorted[index]];
    if (before && here && isCorrection(tokens, before.last + 1, here.first)) return sorted.slice(index);
  }
  return sorted;
}
