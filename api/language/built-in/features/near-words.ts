import type { Token } from "../text/tokenise.ts";
import type { NumericSense } from "./compiled-definition.ts";
import { type Measure, unitAfter } from "./measures.ts";

/** Words to each side of a number in which its feature may be named. */
const reach = 6;

/** Measures in rows of names and numbers without a mark between them: whose name stands before each, and whose name behind. */
export interface Rows {
  before: Set<Measure>;
  behind: Set<Measure>;
}

/**
 * "bill length 39.1 bill depth 18.7": where a row begins with a name, each name in it belongs to the number that follows; where it begins with
 * a number, to the one before it.
 */
export function readRows(
  tokens: readonly Token[],
  measures: readonly Measure[],
  isName: (word: string) => boolean,
): Rows {
  const adjective = /^(long|deep|wide|thick|tall|high|heavy)$/;
  const namesAt = (index: number) => {
    const word = tokens[index]?.norm ?? "";
    return isName(word) && !adjective.test(word);
  };
  const rows: Rows = { before: new Set(), behind: new Set() };
  for (const [index, measure] of measures.entries()) {
    const [before, next] = [measures[index - 1], measures[index + 1]];
    let start = measure.first;
    while (namesAt(start - 1)) start -= 1;
    const [isNamed, isFollowed] = [start < measure.first, namesAt(measure.last + 1)];
    const opening = tokens[start - 1];
    // "Female bill length 38.5 depth 18": a word of something else begins a row as well.
    const opens =
      opening === undefined ||
      opening.kind === "PUNCT" ||
      (opening.kind === "WORD" && opening.number === undefined && !measures.some(({ last }) => last === start - 1));
    const goesOn = before !== undefined && before.last === start - 1;
    if (isNamed && isFollowed && next && namesAt(next.first - 1) && (opens || (goesOn && rows.before.has(before))))
      rows.before.add(measure);
    else if (
      isFollowed &&
      (isNamed ? goesOn && rows.behind.has(before) : next !== undefined && namesAt(next.first - 1))
    )
      rows.behind.add(measure);
  }
  return rows;
}

/** The words around a measure, each with a weight that falls with distance. A name with ":" or "=" before the number alone counts. */
export function nearWords(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measure: Measure,
  stops: ReadonlySet<number>,
  marks: ReadonlyMap<number, NumericSense>,
  rows: Rows,
  isName: (word: string) => boolean,
): Map<string, number> {
  const near = new Map<string, number>();
  const ownerOf = (word: string) => senses.find(({ words }) => words.get(word) === 1);
  const walk = (from: number, step: 1 | -1) => {
    let weight = 1.5;
    let owner: NumericSense | undefined;
    for (let index = from, seen = 0; seen < reach; index += step, seen += 1) {
      const token = tokens[index];
      const isOwnUnit = index > measure.numberLast && index <= measure.last;
      if (!token || (stops.has(index) && !isOwnUnit) || /^[.;!?/|]$/.test(token.text)) return;
      if (step === 1 && token.lineStart) return;
      // In "17 mm deep, 45 mm long" the adjective belongs to the measure that it follows.
      if (step === -1 && /^(long|deep|wide|thick|tall|high|heavy)$/.test(token.norm) && stops.has(index - 1)) return;
      const isOwnName = index === measure.first - 1 && isName(token.norm);
      if (
        step === -1 &&
        token.kind === "WORD" &&
        !isOwnName &&
        tokens[index - 1]?.kind === "NUMBER" &&
        unitAfter(tokens, index - 1)?.last === index
      )
        return;
      if (/^(,|and|with|but)$/.test(token.norm)) weight *= 0.4;
      const mark = marks.get(index);
      // In "4 cylinders displacement 97" the second name belongs to what stands behind it.
      const named = ownerOf(token.norm);
      if (owner && named && named !== owner) weight *= 0.5;
      owner ??= named;
      const word = mark ? mark.feature.name : token.norm;
      if (mark || token.kind === "WORD") near.set(word, Math.max(near.get(word) ?? 0, weight * (1 - 0.08 * seen)));
      if (step === -1 && token.lineStart) return;
    }
  };
  if (!rows.behind.has(measure)) walk(measure.first - 1, -1);
  const isLabelled =
    rows.before.has(measure) ||
    (/^[:=]$/.test(tokens[measure.first - 1]?.text ?? "") && isName(tokens[measure.first - 2]?.norm ?? ""));
  if (!isLabelled) walk(measure.numberLast + 1, 1);
  return near;
}
