import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setupDir } from "./paths.mjs";

/**
 * A stamp says for which inputs something was made, so that it is made again only when they changed.
 * @param {string} name
 * @param {string} [dir]
 */
export function stamp(name, dir = join(setupDir, "stamps")) {
  const file = join(dir, name);
  return {
    /** @param {string} hash */
    matches: (hash) => existsSync(file) && readFileSync(file, "utf8") === hash,
    /** @param {string} hash */
    write: (hash) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, hash);
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

/**
 * SHA-256 over the paths and contents of files and, recursively, folders. A path that isn't there counts as such.
 * @param {string[]} paths
 * @param {{ root: string, ignore?: (path: string) => boolean, salt?: string }} options ignore is asked with paths relative to root
 */
export function hashOf(paths, { root, ignore = () => false, salt = "" }) {
  const hash = createHash("sha256").update(salt);
  /** @param {string} path */
  const add = (path) => {
    const name = relative(root, path).replaceAll("\\", "/");
    if (ignore(name)) return;
    const entries = readEntries(path);
    if (entries) for (const entry of entries) add(join(path, entry));
    else hash.update(`\0${name}\0`).update(existsSync(path) ? readFileSync(path) : "absent");
  };
  for (const path of paths) add(join(root, path));
  return hash.digest("hex");
}

/** @param {string} path */
function readEntries(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return undefined;
  }
}
