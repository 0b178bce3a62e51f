/**
 * A text of a person's as it can stand on a line of the page: without control characters, and without those that turn the direction of what
 * is written after them too. The letters keep their own directions.
 */
export function visibleText(text: string, otherwise: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ").trim() || otherwise;
}
