import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { SetupError } from "../setup/errors.mjs";
import { runCommand } from "../setup/run-command.mjs";

/** What takes long to make and is the same for every checkout: it outlives this one. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "modelwright");

/** What images are built with, command to Debian package. */
export const BUILDERS = { buildah: "buildah", debootstrap: "debootstrap" };

/** @param {string} command */
export function isInstalled(command) {
  return (process.env.PATH ?? "").split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Installs the Debian packages of these commands where they are missing.
 * @param {Record<string, string>} packages command to package
 * @throws {SetupError} when they are missing and can't be installed here
 */
export async function installTools(packages) {
  const missing = Object.keys(packages).filter((command) => !isInstalled(command));
  if (missing.length === 0) return;
  const names = missing.map((command) => packages[command] ?? command);
  const advice = `Install ${names.join(" and ")}, and start again.`;
  if (process.getuid?.() !== 0)
    throw new SetupError(`Not installed: ${missing.join(", ")}, and only root can. ${advice}`);
  if (!existsSync("/usr/bin/apt-get")) throw new SetupError(`Not installed: ${missing.join(", ")}. ${advice}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update", "-q"], { env });
  await runCommand("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...names], { env });
}
