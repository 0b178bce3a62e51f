/** Units by what they measure, each with its size in the first one of its list. */
const dimensions: Record<string, Record<string, number>> = {
  length: { mm: 1, cm: 10, m: 1_000, km: 1_000_000, in: 25.4, ft: 304.8, mi: 1_609_344 },
  mass: { g: 1, kg: 1_000, t: 1_000_000, oz: 28.349523125, lbs: 453.59237 },
  time: { s: 1, ms: 0.001, min: 60, h: 3_600 },
  power: { hp: 1, ps: 0.986320071, kw: 1.34102209 },
  volume: { "cu in": 1, cc: 0.0610237441, l: 61.0237441 },
  age: { years: 1, months: 1 / 12, weeks: 1 / 52.1775, days: 1 / 365.2425 },
};

const spellings: Record<string, readonly string[]> = {
  mm: ["mm", "millimeter", "millimeters", "millimetre", "millimetres", "mms", "millis"],
  cm: ["cm", "cms", "centimeter", "centimeters", "centimetre", "centimetres"],
  m: ["m", "meter", "meters", "metre", "metres"],
  in: ["inch", "inches"],
  ft: ["ft", "foot", "feet"],
  g: ["g", "gr", "gms", "gram", "grams", "gramme", "grammes"],
  kg: ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"],
  t: ["t", "ton", "tons", "tonne", "tonnes"],
  oz: ["oz", "ounce", "ounces"],
  lbs: ["lb", "lbs", "lsb", "pound", "pounds"],
  s: ["s", "sec", "secs", "second", "seconds"],
  hp: ["hp", "bhp", "horsepower", "horsepowers", "horses"],
  ps: ["ps"],
  kw: ["kw", "kilowatt", "kilowatts"],
  "cu in": ["cid", "ci", "cui", "cuin"],
  cc: ["cc", "ccm", "ccs"],
  l: ["l", "lt", "ltr", "ltrs", "liter", "liters", "litre", "litres"],
  years: ["year", "years", "yr", "yrs"],
  months: ["month", "months"],
};

const bySpelling = new Map(
  Object.entries(spellings).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

/** The canonical unit of a word ("kilos" → "kg"), or undefined. */
export function unitOf(word: string): string | undefined {
  return bySpelling.get(word.toLowerCase()) ?? (/^cubic inch/i.test(word) ? "cu in" : undefined);
}

/** All words for a unit. */
export function wordsOfUnit(unit: string): readonly string[] {
  return spellings[unit] ?? [];
}

/** Units in words of five letters or more, that a misspelt word behind a number can be repaired to. */
export const unitWords: readonly string[] = [...bySpelling.keys(), "cubic"].filter((word) => word.length >= 5);

function dimensionOf(unit: string): string | undefined {
  return Object.keys(dimensions).find((name) => dimensions[name]?.[unit] !== undefined);
}

/** Whether both measure the same. */
export function sameDimension(a: string, b: string): boolean {
  const dimension = dimensionOf(a);
  return dimension !== undefined && dimension === dimensionOf(b);
}

/** `value` of unit `from` in unit `to`, to 10 significant digits; undefined when they measure different things. */
export function convert(value: number, from: string, to: string): number | undefined {
  const dimension = dimensions[dimensionOf(from) ?? ""];
  const [a, b] = [dimension?.[from], dimension?.[to]];
  return a === undefined || b === undefined ? undefined : Number(((value * a) / b).toPrecision(10));
}
