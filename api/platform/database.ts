import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { Prisma, PrismaClient } from "../../prisma/client/client.ts";
import { openPool } from "./pool.ts";

/** The database as the whole process shares it. */
export type Database = PrismaClient;
/** The database inside of one transaction: what executes and audits is given one, so that both commit or neither does. */
export type Transaction = Prisma.TransactionClient;
export { Prisma };

/** A process that is stopped inside of a transaction loses it after this, and with it the locks that others wait for. */
const stuckMs = 30_000;

export interface DatabaseOptions {
  url: string;
  /** Connections of the pool. */
  connections?: number;
}

/** Opens a pool; nothing connects before the first query. Close with `$disconnect()`. */
export function openDatabase({ url, connections = 10 }: DatabaseOptions): Database {
  const pool = openPool({ connectionString: url, max: connections, idle_in_transaction_session_timeout: stuckMs });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const database = new PrismaClient({ adapter });
  pools.set(database, pool);
  return database;
}

const pools = new WeakMap<Database, Pool>();

/**
 * The one text that a statement gives, by the database's pool and past its client: a text of megabytes costs that several times what
 * reading it does.
 * @param values of $1, $2 and so on
 * @param name of a statement whose text is always the same: the database reads and plans it once for each connection
 */
export async function readText(
  database: Database,
  statement: string,
  values: unknown[],
  name?: string,
): Promise<string | null> {
  const pool = pools.get(database);
  if (!pool) throw new Error("this database was not opened by openDatabase");
  const query = { text: statement, values, rowMode: "array" as const, ...(name === undefined ? {} : { name }) };
  const { rows } = await pool.query<[string | null]>(query);
  return rows[0]?.[0] ?? null;
}

/** As `readText`, of a statement that gives JSON, which it wrote itself: nothing of it is checked. */
export async function readJson<T>(database: Database, statement: Prisma.Sql, name?: string): Promise<T | null> {
  const text = await readText(database, statement.text, statement.values, name);
  return text === null ? null : (JSON.parse(text) as T);
}
