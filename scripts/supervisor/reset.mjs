import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { stopOrphanedServer } from "../postgres/postmaster-pid.mjs";
import { SetupError } from "../setup/errors.mjs";

/**
 * Removes all state of this installation, after asking. The data folder's other contents, if any, stay. With a database of somebody's own
 * nothing is removed: its models without their files would be worse than either, and what else is in it is not ours to delete.
 * @param {import("../setup/paths.mjs").DataPaths} paths of an installation that is locked by us
 * @param {{ yes: boolean, ownDatabase: string[], say: (line: string) => void }} options ownDatabase: the
 *   variables that name one of somebody's own
 * @throws {SetupError} when it is not confirmed, or the database is not ours
 */
export async function reset(paths, { yes, ownDatabase, say }) {
  if (ownDatabase.length > 0) {
    const [names, are] = [ownDatabase.join(", "), ownDatabase.length > 1 ? "are" : "is"];
    throw new SetupError(
      `Nothing was removed. ${names} ${are} set, and --reset removes only the database that npm start made itself.\n` +
        `To begin anew, empty that database, or name another one; the model files in ${paths.artifacts} that it knew may be removed then.\n` +
        `To reset the embedded database and its model files, unset ${names}.`,
    );
  }
  if (!yes)
    await confirm(
      `This removes all models, threads, training runs and the audit log in ${paths.dir}. Type "reset" to go on: `,
    );
  await stopOrphanedServer(paths.postgres);
  const server = [paths.postgres, `${paths.postgres}.new`, paths.postgresPassword];
  for (const path of [...server, paths.artifacts, paths.logs]) {
    if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  }
  say(`Removed the state in ${paths.dir}.`);
}

/** @param {string} question */
async function confirm(question) {
  if (!process.stdin.isTTY)
    throw new SetupError("Nothing was removed: there is nobody to ask here. To confirm, add --yes.");
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question(question).finally(() => asked.close());
  if (answer.trim().toLowerCase() !== "reset") throw new SetupError("Nothing was removed.");
}
