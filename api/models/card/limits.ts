import { markdownTable, markdownText } from "../../platform/markdown.ts";
import { compareWithBaseline } from "../definitions/metric-kinds.ts";
import { metricSchema } from "../metric.ts";
import type { CardFacts } from "./card-facts.ts";
import { metricText, metricTitle, short } from "./in-words.ts";
import { fewestRows } from "./slices.ts";

/** What the version can't be trusted in, as far as its data tells. */
export function limitsSection({ version, definition, data }: CardFacts): string[] {
  const lines: string[] = [];
  const metrics = metricSchema.array().parse(version.metrics);
  const compared = compareWithBaseline(definition.task, metrics);
  if (compared && !compared.beaten) {
    const { metric, value, baseline } = compared;
    const unit = definition.target.unit;
    lines.push(
      `On the rows held out it is no better than knowing nothing but the target: ${metricTitle(metric)} ${metricText(metric, value, unit)}, against ${metricText(metric, baseline, unit)}.`,
    );
  }
  const dropped = droppedRows(version.params);
  if (dropped) {
    lines.push(
      `Rows that lack a value were left out (${dropped} of ${version.dataset?.rows ?? "?"}): of cases like them it has learned nothing.`,
    );
  }
  if ("missing" in data) return ["## Limits", list([...lines, data.missing])];
  const unseen = data.seen.flatMap((feature) =>
    feature.kind === "CATEGORICAL"
      ? feature.rows
          .filter(({ rows }) => rows < fewestRows)
          .map(({ category, rows }) => {
            const what = `${markdownText(feature.name)} “${markdownText(category)}”`;
            return rows === 0
              ? `Training saw no row with ${what}.`
              : `Training saw ${rows === 1 ? "one row" : `${rows} rows`} with ${what}, which is few.`;
          })
      : [],
  );
  const numbers = data.seen.flatMap((feature) => (feature.kind === "NUMERIC" ? [feature] : []));
  const categories = definition.features.some(({ kind }) => kind === "CATEGORICAL")
    ? ["A category that the definition does not name is refused, not guessed."]
    : [];
  const all = [...lines, ...unseen, ...categories];
  return [
    "## Limits",
    ...(all.length > 0 ? [list(all)] : []),
    ...(numbers.length > 0
      ? [
          "Outside of what training saw it extrapolates; outside of what is accepted it is not asked:",
          markdownTable(
            ["Feature", "Seen in training", "Accepted"],
            numbers.map(({ name, least, most }) => [
              markdownText(name),
              `${short(least)} to ${short(most)}`,
              accepted(definition, name),
            ]),
          ),
        ]
      : []),
  ];
}

function accepted({ features }: CardFacts["definition"], name: string): string {
  const feature = features.find((each) => each.name === name);
  if (feature?.kind !== "NUMERIC") return "";
  const { min, max, unit } = feature;
  const range =
    min === undefined
      ? max === undefined
        ? "any"
        : `up to ${max}`
      : max === undefined
        ? `from ${min}`
        : `${min} to ${max}`;
  return unit && range !== "any" ? `${range} ${markdownText(unit)}` : range;
}

function droppedRows(params: unknown): number {
  const value = params !== null && typeof params === "object" && "droppedRows" in params ? params.droppedRows : 0;
  return typeof value === "number" ? value : 0;
}

export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
