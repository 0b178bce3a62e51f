import type { Subject } from "./filter.ts";
import { SearchSyntaxError } from "./filter-error.ts";
import { TokenReader } from "./token-reader.ts";

/** More would order what nobody can see any more. */
const mostKeys = 4;
const longestKey = 300;

export interface OrderKey {
  subject: Subject;
  descending: boolean;
}

/**
 * Reads what to order by: `["metrics.accuracy DESC", "name"]`.
 * @throws {SearchSyntaxError} with the place of the fault
 */
export function parseOrder(keys: readonly string[]): OrderKey[] {
  return keys.map((text, index) => {
    const source = { name: "orderBy", text } as const;
    if (index >= mostKeys) throw new SearchSyntaxError(source, 0, `there are at most ${mostKeys} keys to order by`);
    if (text.length > longestKey) throw new SearchSyntaxError(source, longestKey, "this is too long");
    const reader = new TokenReader(source);
    const subject = reader.subject();
    const descending = reader.keyword("ASC", "DESC") === "DESC";
    const rest = reader.peek();
    if (rest.type !== "end") reader.fail(rest.at, "ASC, DESC or the end is expected here");
    return { subject, descending };
  });
}
