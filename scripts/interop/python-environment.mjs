import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheDir, isInstalled } from "../images/tools.mjs";
import { SetupError } from "../setup/errors.mjs";
import { runCommand } from "../setup/run-command.mjs";

const requirements = fileURLToPath(new URL("requirements.txt", import.meta.url));
/** The oldest for which there are these versions of the client's packages. */
const oldest = "3.11";
const candidates = ["python3", "python3.14", "python3.13", "python3.12", "python3.11"];

/**
 * An environment of Python's own with MLflow's client and all that the suite needs, each at the version that the repository says: made
 * once for a list of versions, then kept.
 * @param {(line: string) => void} say
 * @returns {Promise<{ python: string, bin: string }>} its interpreter, and the folder of its commands
 * @throws {SetupError} when there is no Python to make it with
 */
export async function pythonEnvironment(say) {
  const base = await findPython();
  const version = await runCommand(base, ["-c", "import platform; print(platform.python_version())"]);
  const key = createHash("sha256").update(version).update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const dir = join(cacheDir, `mlflow-client-${key}`);
  const bin = join(dir, "bin");
  const python = join(bin, "python");
  const whole = join(dir, ".whole");
  if (existsSync(whole)) return { python, bin };
  say("Making a Python environment with MLflow's client, once for this list of versions …");
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  await runCommand(base, ["-m", "venv", dir]).catch((error) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetupError(`${base} can't make an environment (on Debian: apt-get install python3-venv).\n${why}`);
  });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", requirements];
  await runCommand(python, pip);
  writeFileSync(whole, "");
  return { python, bin };
}

/** @returns {Promise<string>} the first command that is a Python new enough */
async function findPython() {
  const check = `import sys; sys.exit(sys.version_info < (${oldest.replace(".", ", ")}))`;
  for (const name of candidates.filter(isInstalled)) {
    const fits = await runCommand(name, ["-c", check]).then(
      () => true,
      () => false,
    );
    if (fits) return name;
  }
  throw new SetupError(
    `The tests with MLflow's own client need Python ${oldest} or newer, and there is none on the PATH. Install it (on Debian: apt-get install python3 python3-venv), and start again.`,
  );
}
