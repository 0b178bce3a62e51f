import { type NumberMention, remainderAt } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { convert, sameDimension, unitOf } from "./units.ts";

/** A number with its unit as it was said: "4 kilos and a half" is 4.5 kg, "3 kg 800" and "3 kg 800 g" are 3.8 kg. */
export interface Measure {
  value: number;
  unit: string | undefined;
  /** What "3.400" says where the point parts thousands; undefined for every other number. */
  grouped: number | undefined;
  /** Tokens of number and unit, both included. */
  first: number;
  last: number;
  /** Last token of the number itself. */
  numberLast: number;
}

/** Smaller units that follow a bigger one, with how many make it up. */
const smaller: Record<string, readonly [unit: string, count: number]> = {
  kg: ["g", 1_000],
  m: ["cm", 100],
  cm: ["mm", 10],
  ft: ["in", 12],
  lbs: ["oz", 16],
};

/** Gives each plain number its unit, and joins what is said in two parts. Percentages and fractions alone are no measures. */
export function readMeasures(tokens: readonly Token[], numbers: readonly NumberMention[]): Measure[] {
  const measures: Measure[] = [];
  const plain = numbers.filter(({ kind }) => kind === "PLAIN");
  let end = -1;
  for (const [index, number] of plain.entries()) {
    if (number.first <= end) continue;
    const measure = measureAt(tokens, number);
    const next = plain[index + 1];
    if (next) addSmaller(tokens, measure, next);
    measures.push(measure);
    end = measure.last;
  }
  return measures;
}

/** A number with the unit behind it and "and a half" behind that. */
export function measureAt(tokens: readonly Token[], number: NumberMention): Measure {
  const unit = unitAfter(tokens, number.last);
  const text = tokens[number.first]?.text ?? "";
  const grouped =
    number.first === number.last && /^[1-9]\d{0,2}\.\d{3}$/.test(text) ? Number(text.replace(".", "")) : undefined;
  const { first, value, last } = number;
  const measure = { value, unit: unit?.unit, grouped, first, last: unit?.last ?? last, numberLast: last };
  const rest = unit && Number.isInteger(value) ? remainderAt(tokens, unit.last + 1) : undefined;
  return rest ? { ...measure, value: value + rest.value, last: rest.last } : measure;
}

/** "3 kg 800 g", "3 kilos and 800 grams", "two kilos seven hundred", "7 lb 9". */
function addSmaller(tokens: readonly Token[], measure: Measure, next: NumberMention): void {
  const [unit, count] = smaller[measure.unit ?? ""] ?? [];
  if (unit === undefined || count === undefined || !Number.isInteger(measure.value)) return;
  const joined = tokens[measure.last + 1]?.norm === "and" ? measure.last + 2 : measure.last + 1;
  if (next.first !== joined || next.value <= 0 || next.value >= count) return;
  const said = unitAfter(tokens, next.last);
  const after = tokens[next.last + 1];
  const isBare =
    said === undefined &&
    joined === measure.last + 1 &&
    (after === undefined || /^[,.;!?)]$/.test(after.text) || after.norm === "and") &&
    (count < 100 || next.value >= 100);
  if (said?.unit !== unit && !isBare) return;
  measure.value = Number((measure.value + next.value / count).toPrecision(10));
  measure.last = said?.last ?? next.last;
}

/** The unit behind token `last`: in one word ("kg", "kilos"), in two ("cubic inches", "cu. in."), behind a hyphen, "in" for inches. */
export function unitAfter(tokens: readonly Token[], last: number): { unit: string; last: number } | undefined {
  const at = tokens[last + 1]?.text === "-" ? last + 2 : last + 1;
  const token = tokens[at];
  if (token?.kind !== "WORD") return undefined;
  if (/^(cu|cubic)$/.test(token.norm)) {
    const next = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
    const of = tokens[next]?.norm ?? "";
    if (/^in(?:ch|ches|s)?$/.test(of)) return { unit: "cu in", last: next };
    if (/^(?:cm|cent\w*)$/.test(of)) return { unit: "cc", last: next };
    return token.norm === "cubic" ? { unit: "cu in", last: at } : undefined;
  }
  if (token.norm === "in") {
    const next = tokens[at + 1];
    const isInch = next === undefined || /^[,.;)]$/.test(next.text) || /^(long|deep|wide|thick|tall)$/.test(next.norm);
    return isInch ? { unit: "in", last: at } : undefined;
  }
  const unit = unitOf(token.norm);
  return unit ? { unit, last: at } : undefined;
}

/** The measure's value in a unit; as it was said when it has none, undefined when it measures something else. */
export function valueIn(measure: Measure, unit: string | undefined): number | undefined {
  if (measure.unit === undefined || unit === undefined || measure.unit === unit) return measure.value;
  return sameDimension(measure.unit, unit) ? convert(measure.value, measure.unit, unit) : undefined;
}
