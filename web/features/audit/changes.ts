/** A part of what an act changed: what it was, and what it became. */
export interface Change {
  name: string;
  before: string;
  after: string;
}

/** What an act changed, part by part, from the records of before and after; what stayed is in it too. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((name) => ({
    name,
    before: inText(was[name]),
    after: inText(is[name]),
  }));
}

/** A record's parts; anything else is one part. */
function partsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {};
  return typeof value === "object" && !Array.isArray(value) ? { ...value } : { value };
}

function inText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}
