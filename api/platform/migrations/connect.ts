import { Client, DatabaseError } from "pg";
import { MigrationError } from "./history.ts";

const CONNECT_WITHIN_MS = 15_000;

/**
 * Connects to the database that DATABASE_URL names, or its parts.
 * @throws {MigrationError} saying what to do when nobody answers there, or who answers refuses
 */
export async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    // Never the URL itself: it may hold a password.
    const server = `${client.host}:${client.port}`;
    throw new MigrationError(
      error instanceof DatabaseError
        ? `The PostgreSQL at ${server} refuses: ${error.message}. Correct DATABASE_URL, or its parts, and start again.`
        : `No PostgreSQL answers at ${server} (${reasonOf(error)}). Start it, or correct DATABASE_URL or its parts.`,
      { cause: error },
    );
  }
}

/** A name with several addresses fails with an error for each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
