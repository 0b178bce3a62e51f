import type { Token } from "../text/tokenise.ts";
import type { NumericSense } from "./compiled-definition.ts";
import type { Measure } from "./measures.ts";
import { unitOf } from "./units.ts";

/** Words before a pair in which what it measures may be named. */
const reach = 8;

/**
 * "bill 48 by 14.5 mm", "beak: 39 x 18", "bill length/depth 46/17": two numbers for the two features that the words before them
 * name together, in the order said, else in the definition's.
 */
export function readPairs(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measures: readonly Measure[],
): Map<Measure, NumericSense> {
  const found = new Map<Measure, NumericSense>();
  for (const [index, second] of measures.entries()) {
    const first = measures[index - 1];
    if (!first || found.has(first) || second.first !== first.last + 2) continue;
    const joint = tokens[first.last + 1]?.norm ?? "";
    if (!/^(by|x|×|✕|\*|\/)$/.test(joint)) continue;
    const named = namedTogether(senses, tokens, first, measures[index - 2]?.last ?? -1);
    const [a, b] = named ?? [];
    if (!a || !b) continue;
    first.unit ??= second.unit;
    found.set(first, a);
    found.set(second, b);
  }
  return found;
}

function namedTogether(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  first: Measure,
  from: number,
): [NumericSense, NumericSense] | undefined {
  const firstAt = new Map<string, number>();
  for (let index = Math.max(from + 1, first.first - reach); index < first.first; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    if (/^[.;!?]$/.test(token.text)) firstAt.clear();
    else if (token.kind === "WORD" && unitOf(token.norm) === undefined && !firstAt.has(token.norm))
      firstAt.set(token.norm, index);
  }
  const scored = senses
    .map((sense) => {
      const places = [...sense.words.keys()].flatMap((word) => firstAt.get(word) ?? []);
      return { sense, count: places.length, first: Math.min(...places) };
    })
    .filter(({ count }) => count > 0);
  const [one] = scored;
  if (!one) return undefined;
  // What only shares a dimension ("length") with the pair's noun is not meant.
  const earliest = Math.min(...scored.map(({ first: at }) => at));
  const pair = [...firstAt]
    .map(([word, at]) => ({ at, group: scored.filter(({ sense }) => sense.words.has(word)) }))
    .filter(
      ({ at, group: [a, b, c] }) =>
        a && b && !c && a.sense.unit === b.sense.unit && (a.count === b.count || at === earliest),
    )
    .sort((a, b) => total(b.group) - total(a.group))[0]?.group;
  const [a, b] = pair ?? [];
  if (!a || !b) return undefined;
  const placeOf = (sense: NumericSense, other: NumericSense) =>
    Math.min(...[...sense.words.keys()].flatMap((word) => (other.words.has(word) ? [] : (firstAt.get(word) ?? []))));
  const [aAt, bAt] = [placeOf(a.sense, b.sense), placeOf(b.sense, a.sense)];
  return Number.isFinite(aAt) && bAt < aAt ? [b.sense, a.sense] : [a.sense, b.sense];
}

function total(group: readonly { count: number }[]): number {
  return group.reduce((sum, { count }) => sum + count, 0);
}
