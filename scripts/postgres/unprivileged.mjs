import { spawnSync } from "node:child_process";
import { chownSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../setup/errors.mjs";

/** The user and group "nobody" of every Linux. */
const NOBODY = 65534;

/**
 * How to run PostgreSQL, which refuses to run as root. `wrap` turns a command into the one to spawn; `owner` is who must own its files.
 * @typedef {{ wrap: (command: string, args: string[]) => [string, string[]], ids: { uid?: number, gid?: number }, owner?: number }} Runner
 */

/** @type {Runner} */
const asWeAre = { wrap: (command, args) => [command, args], ids: {} };

/** Ways for root, the plainest first. The others are for folders that nobody can't reach, such as those under /root. */
const waysForRoot = /** @type {Runner[]} */ ([
  { ...asWeAre, ids: { uid: NOBODY, gid: NOBODY }, owner: NOBODY },
  {
    // nobody, but allowed to pass through closed folders. The secure bit lets access(2), by which PostgreSQL looks for its own program, see it so.
    wrap: (command, args) => ["setpriv", [...setprivFlags, command, ...args]],
    ids: {},
    owner: NOBODY,
  },
  {
    // Still root for the file system, but not in PostgreSQL's eyes.
    wrap: (command, args) => ["unshare", ["--user", "--map-user=1000", "--map-group=1000", command, ...args]],
    ids: {},
    owner: 0,
  },
]);
const setprivFlags = [
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  "--clear-groups",
  "--securebits=+no_setuid_fixup",
  "--inh-caps=-all,+dac_override",
  "--ambient-caps=-all,+dac_override",
  "--bounding-set=-all,+dac_override",
];

/**
 * The first way in which `program` can be run and can use `dir`, which then belongs to whom it must.
 * @param {string} program
 * @param {string} dir an existing folder
 * @returns {Runner}
 * @throws {SetupError} when there is none
 */
export function unprivilegedRunner(program, dir) {
  if (process.getuid?.() !== 0) return asWeAre;
  for (const way of waysForRoot) {
    giveTo(dir, way.owner ?? 0);
    const [command, args] = way.wrap("/bin/sh", ["-c", '"$0" --version && test -r "$0" -a -w "$1"', program, dir]);
    if (spawnSync(command, args, { ...way.ids, cwd: "/", stdio: "ignore", timeout: 10_000 }).status === 0) return way;
  }
  throw new SetupError(
    `PostgreSQL can't run as root, and an ordinary user can't reach ${program} and ${dir}.\n` +
      "Run Modelwright as an ordinary user, or move the project to where others may read it, or set DATABASE_URL.",
  );
}

/**
 * @param {string} path with everything in it
 * @param {number} id of the user and the group
 */
function giveTo(path, id) {
  const stats = lstatSync(path);
  if (stats.uid === id && stats.gid === id) return;
  if (stats.isDirectory()) for (const entry of readdirSync(path)) giveTo(join(path, entry), id);
  // The folder itself comes last: once it belongs to `id`, everything in it does.
  if (!stats.isSymbolicLink()) chownSync(path, id, id);
}
