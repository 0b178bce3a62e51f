import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { localOwner, mlflowServer, system } from "./actor.ts";

const known: ReadonlyMap<string, string> = new Map(
  [localOwner, system, mlflowServer].map(({ id, name }) => [id, name]),
);

/** How an actor is called to people; by the id who was never met. Those that are asked for at once are read at once. */
export async function actorName(on: Database | Transaction, id: string): Promise<string> {
  const name = known.get(id);
  if (name !== undefined) return name;
  return (await on.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? id;
}

/** The same for many: they are read in one statement, and none is when all are known. */
export async function actorNames(on: Database | Transaction, ids: Iterable<string>): Promise<(id: string) => string> {
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  const people =
    unknown.length === 0
      ? []
      : await on.person.findMany({ where: { id: { in: unknown } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => known.get(id) ?? names.get(id) ?? id;
}

/** The same within a statement: `id` is the column that holds the actor's. */
export function actorNameSql(id: Prisma.Sql): Prisma.Sql {
  const names = [...known].map(([knownId, name]) => Prisma.sql`WHEN ${knownId} THEN ${name}`);
  return Prisma.sql`CASE ${id} ${Prisma.join(names, " ")}
    ELSE coalesce((SELECT p.name FROM person p WHERE p.id = ${id}), ${id}) END`;
}
