import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./paths.mjs";
import { withNodeFirst } from "./private-node.mjs";
import { runCommand } from "./run-command.mjs";
import { hashOf, stamp } from "./stamp.mjs";

/** Under web/, what the built app does not depend on. */
const IGNORED = /^web\/(\.next|node_modules|e2e|next-env\.d\.ts)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$/;

/**
 * Builds the web app for production when its sources or the packages changed.
 * @param {string} node
 * @param {import("./progress.mjs").Progress} progress
 * @param {{ signal?: AbortSignal, force?: boolean }} [options]
 */
export async function buildWeb(node, progress, { signal, force = false } = {}) {
  const hash = hashOf(["web", "package-lock.json"], {
    root: projectRoot,
    ignore: (path) => IGNORED.test(path),
    // The build's result may hold paths of the project's folder.
    salt: projectRoot,
  });
  const built = stamp("web-build");
  if (!force && existsSync(join(projectRoot, "web/.next/BUILD_ID")) && built.matches(hash)) return;
  await progress.step("Building the web app", () =>
    runCommand(node, [join(projectRoot, "node_modules/next/dist/bin/next"), "build", "web"], {
      env: { ...withNodeFirst(node, process.env, projectRoot), NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
      ...(signal ? { signal } : {}),
    }),
  );
  built.write(hash);
}
