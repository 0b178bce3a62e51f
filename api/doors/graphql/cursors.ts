import { z } from "zod";
import { InvalidInputError } from "../../platform/errors.ts";

const prefix = "GPC:S:";
const uuid = z.uuid();

/**
 * Refuses a page's cursor that is none of ours, before the database does.
 * @throws {InvalidInputError}
 */
export function checkCursors({
  after,
  before,
}: {
  after?: string | null | undefined;
  before?: string | null | undefined;
}): void {
  for (const [path, cursor] of Object.entries({ after, before })) {
    if (cursor === null || cursor === undefined) continue;
    const text = Buffer.from(cursor, "base64").toString("utf8");
    if (text.startsWith(prefix) && uuid.safeParse(text.slice(prefix.length)).success) continue;
    throw new InvalidInputError(`${path} is no cursor of this list. Take one from an edge or from pageInfo.`, [
      { path, message: "is no cursor of this list" },
    ]);
  }
}
