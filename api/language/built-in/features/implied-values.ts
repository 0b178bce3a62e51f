import { generalWords } from "../text/common-words.ts";
import { domainWords } from "../text/domain-words.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import type { CompiledDefinition } from "./compiled-definition.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";
import { isNegated } from "./negation.ts";
import { asideTokens } from "./people.ts";

/** "little Pierre", "wee Annie": a name that is so called hints at a child. */
export function childrenByName(compiled: CompiledDefinition, tokens: readonly Token[]): Candidate[] {
  if (!compiled.ofPeople) return [];
  const child = compiled.categories.find(tokenise("child")).find(({ value }) => !value.weak)?.value;
  if (!child) return [];
  return tokens.flatMap((token, index): Candidate[] => {
    const name = tokens[index + 1];
    if (!/^(?:little|wee|tiny)$/.test(token.norm) || !name || !isGivenName(compiled, name)) return [];
    if (tokens[index + 2]?.norm === "'s") return [];
    return [{ feature: child.feature, value: child.value, weak: true, rank: 3, first: index, last: index + 1 }];
  });
}

function isGivenName(compiled: CompiledDefinition, { kind, text, norm }: Token): boolean {
  return (
    kind === "WORD" &&
    /^\p{Lu}\p{Ll}/u.test(text) &&
    ![generalWords, domainWords, compiled.words, compiled.topics].some((words) => words.has(norm))
  );
}

const travels =
  /^(?:in|travelling|traveling|travelled|traveled|travels|travel|sailing|sailed|sails|going|went|booked|aboard|flying)$/;
const goesOn = /^(?:from|with|and|who|but|out|boarding|boarded|embarked|embarking|sailing|via|alone)$/;

/** "a man in second from Southampton", "she travelled third,": a category said by the word before its noun alone. */
export function ranksWithoutNoun(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  candidates: readonly Candidate[],
  impossible: readonly Impossible[],
  taken: ReadonlySet<number>,
): Candidate[] {
  const found: Candidate[] = [];
  const aside = asideTokens(tokens);
  for (const [feature, { modifiers }] of compiled.heads) {
    // Where the noun is said, that counts.
    const isSaid = [...candidates, ...impossible].some(
      (other) => other.feature === feature && !("weak" in other && other.weak) && !aside.has(other.first),
    );
    if (isSaid) continue;
    for (const [index, { norm }] of tokens.entries()) {
      const value = /^(?:first|second|third|fourth|fifth)$/.test(norm) ? modifiers.get(norm) : undefined;
      const before = tokens[index - 1]?.norm === "the" ? tokens[index - 2] : tokens[index - 1];
      if (value === undefined || taken.has(index) || !travels.test(before?.norm ?? "")) continue;
      const next = tokens[index + 1];
      const isClosed = next === undefined || next.lineStart || /^[,.;!?)]$/.test(next.text) || goesOn.test(next.norm);
      if (isClosed && !isNegated(tokens, index))
        found.push({ feature, value, weak: false, rank: 3, first: index, last: index });
    }
  }
  return found;
}
