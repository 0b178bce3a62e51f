import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../api/doors/graphql/schema/index.ts";

/** Writes the GraphQL schema as text; with --check, says whether the committed text is that of the code. */
const path = fileURLToPath(new URL("../api/doors/graphql/schema.graphql", import.meta.url));
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (process.argv.includes("--check")) {
  const committed = await readFile(path, "utf8").catch(() => "");
  if (committed !== printed) {
    process.stderr.write("schema.graphql is not that of the code. Run: npm run schema:print\n");
    process.exit(1);
  }
  process.stdout.write("schema.graphql is fresh\n");
} else {
  await writeFile(path, printed);
  process.stdout.write(`Wrote ${path}\n`);
}
