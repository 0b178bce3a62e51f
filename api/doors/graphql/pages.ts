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
  checkSize("first", first, { least: 0, most: maxSize });
  checkSize("last", last, { least: 0, most: maxSize });
  for (const [path, cursor] of Object.entries({ after, before })) {
    if (cursor === null || cursor === undefined) continue;
    const text = Buffer.from(cursor, "base64").toString("utf8");
    if (text.startsWith(prefix) && isId(text.slice(prefix.length))) continue;
    const why = "is no cursor of this list";
    throw refusal(path, why, `${path} ${why}. Take one from an edge or from pageInfo.`);
  }
}

/** @throws {InvalidInputError} a size out of bounds */
export function checkSize(
  path: string,
  size: number | null | undefined,
  { least, most }: { least: number; most: number },
): void {
  if (size === null || size === undefined || (size >= least && size <= most)) return;
  const why = `must be ${least} to ${most}`;
  const more = path === "first" || path === "last" ? " Read more with `after`." : "";
  throw refusal(path, why, `${path} ${why}.${more}`);
}

function refusal(path: string, why: string, message: string): InvalidInputError {
  return new InvalidInputError(message, [{ path, message: why }]);
}
