import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./paths.mjs";
import { withNodeFirst } from "./private-node.mjs";
import { runCommand } from "./run-command.mjs";
import { hashOf, stamp } from "./stamp.mjs";

const OUTPUTS = ["prisma/client/client.ts", "prisma/pothos-types.ts"];
const GENERATORS = ["prisma", "@prisma/client", "@pothos/plugin-prisma"];

/**
 * Generates the database client and its GraphQL types when the schema or a generator changed.
 * @param {string} node
 * @param {import("./progress.mjs").Progress} progress
 * @param {{ signal?: AbortSignal, force?: boolean }} [options]
 */
export async function generateClient(node, progress, { signal, force = false } = {}) {
  const versions = GENERATORS.map((name) => packageVersion(name)).join();
  const hash = hashOf(["prisma/schema.prisma"], { root: projectRoot, salt: versions });
  const generated = stamp("prisma-client");
  const present = OUTPUTS.every((path) => existsSync(join(projectRoot, path)));
  if (!force && present && generated.matches(hash)) return;
  await progress.step("Generating the database client", () =>
    runCommand(node, [join(projectRoot, "node_modules/prisma/build/index.js"), "generate"], {
      env: {
        ...withNodeFirst(node, process.env, projectRoot),
        // `generate` asks for the schema engine's binary but does not run it; so nothing is downloaded.
        PRISMA_SCHEMA_ENGINE_BINARY: process.platform === "win32" ? process.execPath : "/bin/true",
        CHECKPOINT_DISABLE: "1",
      },
      ...(signal ? { signal } : {}),
    }),
  );
  generated.write(hash);
}

/** @param {string} name */
function packageVersion(name) {
  return JSON.parse(readFileSync(join(projectRoot, "node_modules", name, "package.json"), "utf8")).version;
}
