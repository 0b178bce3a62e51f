/** Longest text that is kept of anything a caller sent in an audit event or an error, in UTF-16 code units. */
const longestText = 4_000;
const deepest = 8;
const mostItems = 200;

/** Text as PostgreSQL can hold it: no NUL, no lone surrogates. */
export function storableText(text: string, longest = longestText): string {
  const whole = text.replaceAll("\0", "\uFFFD").toWellFormed();
  return whole.length > longest ? `${whole.slice(0, longest).toWellFormed()}…` : whole;
}

/** Any value as JSON that PostgreSQL can hold, bounded in depth, breadth and length: what is cut is marked by "…". */
export function storableJson(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "boolean" || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object") return value === undefined ? null : String(value);
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) return value.slice(0, mostItems).map((item) => storableJson(item, depth + 1));
  const entries = Object.entries(value).slice(0, mostItems);
  return Object.fromEntries(
    entries
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [storableText(key, 200), storableJson(item, depth + 1)]),
  );
}
