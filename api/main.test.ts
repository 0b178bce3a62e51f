import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../scripts/testing/database.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

let databaseUrl: string;
beforeAll(async () => {
  ({ url: databaseUrl } = await createTestDatabase());
});

/** Runs the program as the supervisor does, until it ends. */
async function run(role: string, variables: Record<string, string>) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, `--role=${role}`], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, LOG_LEVEL: "silent", WEB: "false", PORT: "0", ...variables },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const told: unknown[] = [];
  child.on("message", (message) => told.push(message));
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const [code] = await once(child, "close");
  return { code, stderr, told };
}

test.each([
  [
    "a value that can't be",
    { INTERPRETER: "FOO" },
    /^INTERPRETER must be .*, not "FOO"\. Correct it and start again\.$/,
  ],
  ["one that lacks", { INTERPRETER: "OPENAI" }, /^INTERPRETER=OPENAI needs LANGUAGE_MODEL.*\. Set it, or .*\.$/],
  [
    "no address of this machine",
    { HOST: "192.0.2.1" },
    /^HOST must be an address of this machine, not "192\.0\.2\.1"\./,
  ],
])("%s ends the API with a sentence, also to who started it", async (_what, variables, sentence) => {
  const { code, stderr, told } = await run("api", { DATABASE_URL: databaseUrl, ...variables });
  expect(stderr.trim()).toMatch(sentence);
  expect(told).toEqual([{ type: "misconfigured", message: stderr.trim() }]);
  expect(code).toBe(78);
});

test("what may go better the next time is no misconfiguration", async () => {
  const { code, told } = await run("worker", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
  expect({ code, told }).toEqual({ code: 1, told: [] });
});
