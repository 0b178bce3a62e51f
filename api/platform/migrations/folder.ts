import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The standard folder of Prisma's migrations. */
export const migrationsDir = fileURLToPath(new URL("../../../prisma/migrations/", import.meta.url));
export const schemaFile = fileURLToPath(new URL("../../../prisma/schema.prisma", import.meta.url));

export interface Migration {
  /** The folder's name, as in 20261124120000_init. */
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma records it. */
  checksum: string;
}

/** The migrations of a folder in the order in which they apply. */
export function readMigrations(dir: string = migrationsDir): Migration[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(dir, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
}
