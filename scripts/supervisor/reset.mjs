import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { stopOrphanedServer } from "../postgres/postmaster-pid.mjs";
import { SetupError } from "../setup/errors.mjs";

/**
 * Removes all state of this installation, after asking. The data folder's other contents, if any, stay.
 * @param {import("../setup/paths.mjs").DataPaths} paths of an installation that is locked by us
 * @param {{ yes: boolean, externalDatabase: boolean, say: (line: string) => void }} options
 * @throws {SetupError} when it is not confirmed
 */
export async function reset(paths, { yes, externalDatabase, say }) {
  if (!yes)
    await confirm(
      `This removes all models, threads, training runs and the audit log in ${paths.dir}. Type "reset" to go on: `,
    );
  await stopOrphanedServer(paths.postgres);
  const server = externalDatabase ? [] : [paths.postgres, `${paths.postgres}.new`, paths.postgresPassword];
  for (const path of [...server, paths.artifacts, paths.logs]) {
    if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  }
  say(`Removed the state in ${paths.dir}.`);
  if (externalDatabase) say("The database of DATABASE_URL was not touched.");
}

/** @param {string} question */
async function confirm(question) {
  if (!process.stdin.isTTY)
    throw new SetupError("Nothing was removed: there is nobody to ask here. To confirm, add --yes.");
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question(question).finally(() => asked.close());
  if (answer.trim().toLowerCase() !== "reset") throw new SetupError("Nothing was removed.");
}
