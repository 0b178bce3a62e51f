import { z } from "zod";
import { InvalidInputError } from "../../platform/errors.ts";

/** How large the pages of a list are; spread into the options of its connection. */
export interface PageSizes {
  defaultSize: number;
  maxSize: number;
  extensions: { pages: { defaultSize: number; maxSize: number; bothWays: boolean } };
}

/** A list that is read with `first` and `after`; with `bothWays` also with `last` and `before`. */
export function pagesOf(defaultSize: number, maxSize: number, bothWays = false): PageSizes {
  return { defaultSize, maxSize, extensions: { pages: { defaultSize, maxSize, bothWays } } };
}

export const pageSizes = pagesOf(20, 200);

const prefix = "GPC:S:";
const uuid = (id: string) => z.uuid().safeParse(id).success;

interface PageArguments {
  first?: number | null | undefined;
  last?: number | null | undefined;
  after?: string | null | undefined;
  before?: string | null | undefined;
}

/**
 * Refuses a page that can't be, before the database does: a size out of bounds, or a cursor that is none of the list's.
 * `isId` says what an id of the list's rows looks like.
 * @throws {InvalidInputError}
 */
export function checkPage(
  { first, last, after, before }: PageArguments,
  { maxSize }: Pick<PageSizes, "maxSize">,
  isId: (id: string) => boolean = uuid,
): void {
  for (const [path, size] of Object.entries({ first, last })) {
    if (size === null || size === undefined || (size >= 0 && size <= maxSize)) continue;
    throw refusal(path, `must be 0 to ${maxSize}`, `${path} must be 0 to ${maxSize}. Read more with \`after\`.`);
  }
  for (const [path, cursor] of Object.entries({ after, before })) {
    if (cursor === null || cursor === undefined) continue;
    const text = Buffer.from(cursor, "base64").toString("utf8");
    if (text.startsWith(prefix) && isId(text.slice(prefix.length))) continue;
    const why = "is no cursor of this list";
    throw refusal(path, why, `${path} ${why}. Take one from an edge or from pageInfo.`);
  }
}

function refusal(path: string, why: string, message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path, message: why }]);
}
