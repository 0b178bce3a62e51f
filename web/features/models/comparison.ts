import { inWords, lessIsBetter, metricValue } from "../../ui/format.ts";

/** One thing that versions are held against each other by. */
export interface ComparedRow {
  name: string;
  /** A text a version, in their order. */
  values: readonly string[];
  differs: boolean;
  /** Where the best value stands, when some are better than others. */
  best: readonly number[];
}

export interface Measured {
  metrics: readonly { name: string; value: number; split: string }[];
}

export interface Learned {
  coefficients?: readonly Coefficient[] | null;
}

export interface Coefficient {
  feature?: string | null;
  category?: string | null;
  class?: string | null;
  value: number;
}

/** A fact of each version, as text; what a version does not tell reads "none". */
export function factRow(name: string, facts: readonly (string | number | null | undefined)[]): ComparedRow {
  const values = facts.map((fact) => String(fact ?? "none"));
  return { name, values, differs: new Set(values).size > 1, best: [] };
}

/** The measures of a part of the rows. What guesses without the features got is compared too, and is never the best. */
export function measureRows(versions: readonly Measured[], split: "holdout" | "train" | "logged"): ComparedRow[] {
  const measures = versions.map(
    ({ metrics }) =>
      new Map(metrics.filter((metric) => metric.split === split).map(({ name, value }) => [name, value])),
  );
  const names = [...new Set(measures.flatMap((measure) => [...measure.keys()]))];
  return names.map((name) => {
    const numbers = measures.map((measure) => measure.get(name));
    const known = numbers.filter((value) => value !== undefined);
    const best = lessIsBetter(name) ? Math.min(...known) : Math.max(...known);
    const told = !name.startsWith("baseline_") && known.some((value) => value !== best);
    return {
      ...factRow(
        inWords(name),
        numbers.map((value) => value !== undefined && metricValue(name, value)).map((text) => text || undefined),
      ),
      best: told ? numbers.flatMap((value, index) => (value === best ? [index] : [])) : [],
    };
  });
}

/** Parameters of the algorithm, and none of what is told of the split and its rows. */
export function parameterRows(versions: readonly { params: unknown }[]): ComparedRow[] {
  const given = versions.map(({ params }) => new Map(params instanceof Object ? Object.entries(params) : []));
  const names = new Set(given.flatMap((params) => [...params.keys()]));
  for (const ofSplit of ["testSize", "seed", "rows", "trainRows", "testRows", "droppedRows"]) names.delete(ofSplit);
  return [...names].map((name) =>
    factRow(
      name,
      given.map((params) => (params.has(name) ? String(params.get(name)) : undefined)),
    ),
  );
}

/** What linear models learned of each feature, by the names that `call` gives them. */
export function coefficientRows(
  versions: readonly Learned[],
  call: (coefficient: Coefficient) => string,
): ComparedRow[] {
  const learned = versions.map(
    ({ coefficients }) => new Map((coefficients ?? []).map((each) => [call(each), each.value])),
  );
  const names = [...new Set(learned.flatMap((each) => [...each.keys()]))];
  return names.map((name) =>
    factRow(
      name,
      learned.map((each) => signed(each.get(name))),
    ),
  );
}

function signed(value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = Math.abs(value).toFixed(3);
  return value < 0 && Number(text) > 0 ? `−${text}` : text;
}

/** The versions that an address names: whole numbers from 1 on, each once, ten at most. */
export function versionsOf(text: string | null): number[] {
  const numbers = (text ?? "").split(",").map(Number);
  return [...new Set(numbers.filter((number) => Number.isSafeInteger(number) && number > 0))].slice(0, mostCompared);
}

/** So many are compared at a time. */
export const mostCompared = 10;

/** The version that was typed ("3", "v3", "version 3"), to be compared with those that are chosen; or why it can't be. */
export function versionToAdd(
  typed: string,
  chosen: readonly number[],
  newest: number,
): { version: number } | { problem: string } {
  const version = Number(/^\s*(?:v|version)?\s*(\d{1,9})\s*$/i.exec(typed)?.[1]);
  if (!(version > 0)) return { problem: "Write the number of a version." };
  if (version > newest) return { problem: `The newest is version ${newest}.` };
  if (chosen.includes(version)) return { problem: `Version ${version} is among them.` };
  if (chosen.length >= mostCompared) return { problem: `These are ${mostCompared}: take one out first.` };
  return { version };
}

/** Where versions of a model are compared; without versions the latest two are. */
export function comparePath(model: string, versions: readonly number[]): string {
  const path = `/models/${encodeURIComponent(model)}/compare`;
  return versions.length > 0 ? `${path}?versions=${versions.join(",")}` : path;
}
