import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { runCommand } from "../setup/run-command.mjs";
import { imageConfig } from "./build.mjs";

/**
 * Starts a container of an image as its own user, on this machine's network.
 * @param {string} image
 * @param {{ entryPoint?: string[], args?: string[], env: Record<string, string>, files?: Record<string, string> }} options what is run, and its
 *   args, stand in place of the image's own; files are this machine's, by their paths in the container, where they can be read
 */
export async function startContainer(image, { entryPoint, args, env, files = {} }) {
  const { Entrypoint, Cmd } = await imageConfig(image);
  const id = (await runCommand("buildah", ["from", image])).trim();
  const isolation = [
    "run",
    "--isolation=chroot",
    ...Object.entries(env).map(([name, value]) => `--env=${name}=${value}`),
    ...Object.entries(files).map(([inside, file]) => `--volume=${file}:${inside}:ro`),
    id,
  ];
  const child = spawn("buildah", [...isolation, "--", ...(entryPoint ?? Entrypoint), ...(args ?? Cmd)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => lines.push(line));
  const ended = once(child, "close").then(([code]) => /** @type {number | null} */ (code));
  return {
    lines,
    ended,
    /**
     * Runs a command beside, in the same container.
     * @param {string[]} command
     */
    exec: (command) => runCommand("buildah", [...isolation, "--", ...command]),
    /** Where its files are. */
    mount: async () => (await runCommand("buildah", ["mount", id])).trim(),
    /** Asks the process inside to stop, as whoever runs containers does. */
    stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(innermost(child.pid), "SIGTERM");
      return ended;
    },
    remove: () => runCommand("buildah", ["rm", id]),
  };
}

/**
 * The process at the end of a chain: buildah and its helpers pass on no signal.
 * @param {number} pid
 * @returns {number}
 */
function innermost(pid) {
  const child = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((name) => parentOf(name) === pid);
  return child ? innermost(Number(child)) : pid;
}

/** @param {string} pid */
function parentOf(pid) {
  try {
    // After the command's name, which may hold anything and ends with the last bracket: state, parent, …
    const [, , parent] = (readFileSync(`/proc/${pid}/stat`, "utf8").split(/\)(?!.*\))/s)[1] ?? "").split(" ");
    return Number(parent);
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
