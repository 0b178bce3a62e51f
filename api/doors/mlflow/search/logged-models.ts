import type { Prisma } from "../../../platform/database.ts";
import { InvalidInputError } from "../../../platform/errors.ts";

export function loggedModelFilter(filter: string | undefined): Prisma.LoggedModelWhereInput {
  if (!filter) return {};
  const name = /^\s*name\s*=\s*'([^']*)'\s*$/.exec(filter)?.[1];
  if (name === undefined)
    throw new InvalidInputError("Logged models can be filtered by their name alone: name = 'model'.");
  return { name };
}
