// Runs one of the project's programs under a Node that is new enough, with packages and generated code in place:
// `node scripts/with-node.mjs <script or command> [arguments]`; without a program it only prepares.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { report } from "./setup/errors.mjs";
import { projectRoot } from "./setup/paths.mjs";
import { prepare } from "./setup/prepare.mjs";
import { withNodeFirst } from "./setup/private-node.mjs";
import { createProgress } from "./setup/progress.mjs";

const [program, ...args] = process.argv.slice(2);
try {
  const node = await prepare(createProgress({ write: (line) => void process.stderr.write(`${line}\n`) }));
  if (program) run(node, program);
} catch (error) {
  process.exitCode = report(error);
}

/**
 * @param {string} node
 * @param {string} program
 */
function run(node, program) {
  const isScript = /\.(ts|mjs)$/.test(program);
  const child = spawn(
    isScript ? node : program,
    isScript ? ["--disable-warning=ExperimentalWarning", program, ...args] : args,
    {
      env: withNodeFirst(node, process.env, projectRoot),
      stdio: "inherit",
      shell: !isScript && process.platform === "win32",
    },
  );
  // The terminal signals both; from elsewhere only we are signalled.
  for (const signal of /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    process.exitCode = report(error);
  });
  child.on("exit", (code, signal) => {
    process.exitCode = signal ? 128 + constants.signals[signal] : (code ?? 1);
  });
}
