/**
 * Characters that nobody sees, and in which text for a model alone can be hidden: tags, zero-width and bidirectional marks (Cf),
 * variation selectors, and control characters but line breaks and tabs.
 * Source: OWASP Top 10 for LLM Applications 2026, LLM01, mitigation 5.
 */
const invisible = /(?![\n\r\t])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** The text with a blank for each code unit of what is invisible: as long as before, well-formed, and the same to any reader's eye. */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(invisible, (hidden) => " ".repeat(hidden.length));
}
