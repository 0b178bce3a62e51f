import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.mjs";
import { projectRoot } from "./paths.mjs";
import { hashOf, stamp } from "./stamp.mjs";

/**
 * Installs the packages of package-lock.json unless they are there already.
 * @param {import("./progress.mjs").Progress} progress
 * @param {AbortSignal} [signal]
 */
export async function installPackages(progress, signal) {
  const hash = hashOf(["package-lock.json"], { root: projectRoot });
  const installed = stamp("packages");
  if (installed.matches(hash)) return;
  if (!isInstalled(projectRoot)) {
    await progress.step("Installing packages (npm ci)", () =>
      npm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"], signal ? { signal } : {}),
    );
  }
  installed.write(hash);
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it installed. Packages for other platforms may lack.
 * @param {string} root
 */
export function isInstalled(root) {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const found = present[path];
    if (!found) return entry.optional === true || entry.peer === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}
