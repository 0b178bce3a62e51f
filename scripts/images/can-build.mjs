// Whether this machine can build images: exit code 0, or 3 and why not. It installs what it lacks, where root can.
import { report, SetupError } from "../setup/errors.mjs";
import { runCommand } from "../setup/run-command.mjs";
import { BUILDERS, installTools } from "./tools.mjs";

/** Told apart from a fault of this program. */
const CANNOT = 3;

try {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    throw new SetupError("Building images takes Linux, and root.");
  await installTools(BUILDERS);
  // Root in a container may be refused the mounts that a build takes.
  const container = (await runCommand("buildah", ["from", "scratch"])).trim();
  try {
    await runCommand("buildah", ["mount", container]);
  } finally {
    await runCommand("buildah", ["rm", container]);
  }
} catch (error) {
  report(error);
  process.exitCode = error instanceof SetupError ? CANNOT : 1;
}
