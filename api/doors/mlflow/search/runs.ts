import type { Prisma } from "../../../platform/database.ts";
import { InvalidInputError } from "../../../platform/errors.ts";

export function runFilter(filter: string | undefined): Prisma.Sql[] {
  if (filter) throw new InvalidInputError("Runs can't be filtered yet.");
  return [];
}

export function runOrder(_orderBy: string[]): Prisma.Sql[] {
  return [];
}
