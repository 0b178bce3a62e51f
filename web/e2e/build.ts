import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Builds the web app, when its sources changed: the journeys run on what is shipped. */
export default async function buildWeb(): Promise<void> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  // Vitest's own NODE_ENV=test is none that a build can have.
  const build = spawn(process.execPath, ["scripts/build-web.mjs"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(build, "exit");
  if (code !== 0) throw new Error("The web app could not be built.");
}
