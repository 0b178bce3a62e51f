import { type MetricName, metricKinds } from "../definitions/metric-kinds.ts";

/** A metric's name and value as a card has them. */
export function metricTitle(name: string): string {
  const kind = isMetric(name) ? metricKinds[name] : undefined;
  return kind ? kind.title : name;
}

export function metricText(name: string, value: number, unit: string | undefined): string {
  const plain = name.replace(/^baseline_/, "");
  const reads = isMetric(plain) ? metricKinds[plain].reads : "NUMBER";
  if (reads === "PERCENT") return percent(value);
  const number = short(value);
  return reads === "TARGET_UNIT" && unit ? `${number} ${unit}` : number;
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

export function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** To the minute: "2026-11-27 20:45 UTC". */
export function moment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

export function inWords(name: string): string {
  return name.toLowerCase().replaceAll("_", " ");
}

function isMetric(name: string): name is MetricName {
  return Object.hasOwn(metricKinds, name);
}
