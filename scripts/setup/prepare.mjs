import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "../supervisor/lock.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { requireSupportedNode } from "./node-version.mjs";
import { projectRoot } from "./paths.mjs";
import { serviceNode } from "./private-node.mjs";

/**
 * Brings the project's folder to where its programs can run: packages, a Node that is new enough, generated code, and `more`. What is there
 * already stays. One process at a time does this for a folder.
 * @param {import("./progress.mjs").Progress} progress
 * @param {{ signal?: AbortSignal, more?: (node: string) => Promise<void> }} [options]
 * @returns {Promise<string>} the Node to run the project's programs with
 * @throws {import("./errors.mjs").SetupError} when a step fails
 */
export async function prepare(progress, { signal, more } = {}) {
  requireSupportedNode(process.versions.node);
  const lock = await setupLock(progress, signal);
  try {
    await installPackages(progress, signal);
    const node = await serviceNode(progress, signal);
    await generateClient(node, progress, signal ? { signal } : {});
    await more?.(node);
    return node;
  } finally {
    lock.release();
  }
}

/**
 * @param {import("./progress.mjs").Progress} progress
 * @param {AbortSignal} [signal]
 */
async function setupLock(progress, signal) {
  const folder = createHash("sha256").update(projectRoot).digest("hex").slice(0, 16);
  const file = join(tmpdir(), `modelwright-setup-${process.getuid?.() ?? "user"}-${folder}.lock`);
  for (let said = false; ; ) {
    const lock = takeLock(file);
    if (lock.taken) return lock;
    if (!said) progress.say(`  Waiting for process ${lock.record.owner.pid}, which is setting up this folder …`);
    said = true;
    await pause(200, undefined, signal ? { signal } : {});
  }
}
