import type { Prisma } from "../../../platform/database.ts";
import { InvalidInputError } from "../../../platform/errors.ts";

export function experimentFilter(filter: string | undefined): Prisma.ExperimentWhereInput {
  if (filter) throw new InvalidInputError("Experiments can't be filtered yet.");
  return {};
}

export function experimentOrder(_orderBy: string[]): Prisma.ExperimentOrderByWithRelationInput[] {
  return [];
}
