import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../service.ts";

/** An API alone, in a process of its own, on a database that is there. */
export async function startApi(databaseUrl: string, dataDir: string, signal: AbortSignal) {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(projectRoot, "api/main.ts"), "api"],
    {
      env: {
        NODE_ENV: "production",
        PORT: "0",
        WEB: "false",
        LOG_LEVEL: "error",
        DATABASE_URL: databaseUrl,
        MODELWRIGHT_DATA_DIR: dataDir,
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the API ended with ${code}`);
  });
  ended.catch(() => {});
  const [ready] = (await Promise.race([once(child, "message", { signal }), ended])) as [{ port?: number }];
  const url = `http://127.0.0.1:${ready.port}`;
  return {
    url,
    graphqlUrl: `${url}/graphql`,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await ended.catch(() => {});
    },
  };
}
