import type { Outcome } from "./score.ts";

/** Figures of one run, as rows of a Markdown table. */
export function reportTable(columns: readonly { title: string; outcomes: readonly Outcome[] }[]): string {
  const rows: [string, (outcomes: readonly Outcome[]) => string][] = [
    ["messages", (all) => String(messages(all).length)],
    ["intents all right, in order", (all) => share(messages(all), (item) => item.intentsRight)],
    ["intents and slots all right", (all) => share(messages(all), (item) => item.intentsRight && item.slotsRight)],
    [
      "out-of-scope recall",
      (all) =>
        share(
          messages(all).filter((item) => item.wantsNothing),
          (item) => item.refusedAll,
        ),
    ],
    [
      "good requests refused",
      (all) =>
        share(
          messages(all).filter((item) => item.wantsSomething),
          (item) => item.refusedAll,
        ),
    ],
    ["slot F1", (all) => percent((2 * sum(all, "hit")) / (sum(all, "found") + sum(all, "expected") || 1))],
    ["invented slots", (all) => percent(sum(all, "invented") / (sum(all, "found") || 1))],
    ["unsafe acts", (all) => String(all.filter((item) => item.unsafe).length)],
    ["evidence exact", (all) => share(all, (item) => item.evidenceExact)],
    ["turns with something pending or in focus", (all) => String(turns(all).length)],
    ["turns all right", (all) => share(turns(all), (item) => item.actRight && item.intentsRight && item.slotsRight)],
    ["milliseconds p50 / p95", (all) => `${quantile(all, 0.5)} / ${quantile(all, 0.95)}`],
  ];
  const head = `| | ${columns.map(({ title }) => title).join(" | ")} |\n|---|${columns.map(() => "---:|").join("")}`;
  return [
    head,
    ...rows.map(([name, figure]) => `| ${name} | ${columns.map(({ outcomes }) => figure(outcomes)).join(" | ")} |`),
  ].join("\n");
}

/** Intents right, by kind of message. */
export function kindTable(columns: readonly { title: string; outcomes: readonly Outcome[] }[]): string {
  const kinds = [...new Set(columns.flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind)))];
  const head = `| intents right, by kind | ${columns.map(({ title }) => title).join(" | ")} |\n|---|${columns.map(() => "---:|").join("")}`;
  return [
    head,
    ...kinds.map(
      (kind) =>
        `| ${kind} | ${columns
          .map(({ outcomes }) =>
            ratio(
              outcomes.filter((item) => item.kind === kind),
              (item) => item.intentsRight,
            ),
          )
          .join(" | ")} |`,
    ),
  ].join("\n");
}

/** Which intents are taken for which others, most frequent first; only counts, so that a set that is not to be looked at stays unseen. */
export function confusionTable(outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { intentsRight, kind, intents } of outcomes) {
    if (intentsRight || kind === "turn") continue;
    const pair = `| ${intents.wanted} | ${intents.got} | ${kind} |`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return [
    "| wanted | got | kind | times |",
    "|---|---|---|---:|",
    ...rows.map(([pair, times]) => `${pair} ${times} |`),
  ].join("\n");
}

/** What went wrong, a line each. */
export function mistakes(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter((item) => !item.intentsRight || !item.slotsRight || !item.actRight || item.unsafe || !item.evidenceExact)
    .map(
      (item) =>
        `${item.unsafe ? "UNSAFE " : ""}[${item.kind}] ${JSON.stringify(item.say)}\n    wanted ${item.wanted}\n    got    ${item.got}`,
    );
}

function messages(all: readonly Outcome[]): Outcome[] {
  return all.filter((item) => item.kind !== "turn");
}

function turns(all: readonly Outcome[]): Outcome[] {
  return all.filter((item) => item.kind === "turn");
}

function sum(all: readonly Outcome[], key: "hit" | "found" | "expected" | "invented"): number {
  return all.reduce((total, item) => total + item[key], 0);
}

function share(all: readonly Outcome[], test: (item: Outcome) => boolean): string {
  return all.length === 0 ? "–" : percent(all.filter(test).length / all.length);
}

function ratio(all: readonly Outcome[], test: (item: Outcome) => boolean): string {
  return all.length === 0 ? "–" : `${all.filter(test).length} of ${all.length}`;
}

function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

function quantile(all: readonly Outcome[], part: number): string {
  const sorted = all.map(({ ms }) => ms).sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(2);
}
