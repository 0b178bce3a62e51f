import { inWords, percent, plainNumber } from "../../ui/format.ts";

/** A row's features as a person reads them: "Sex male, pclass 1". A missing one is left out. */
export function featuresInWords(features: unknown): string {
  if (typeof features !== "object" || features === null) return "";
  return Object.entries(features)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${inWords(name)} ${typeof value === "number" ? plainNumber(value) : String(value)}`)
    .join(", ");
}

/** What a version says of a row: the class and how likely it is, or the number. */
export function predictionInWords({ value, probabilities }: { value: unknown; probabilities?: unknown }): string {
  if (typeof value === "number") return plainNumber(value);
  const shares = typeof probabilities === "object" && probabilities !== null ? Object.entries(probabilities) : [];
  const share = shares.find(([name]) => name === value)?.[1];
  return typeof share === "number" ? `${String(value)} (${percent(share)})` : String(value);
}
