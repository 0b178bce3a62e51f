import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct } from "../../api/testing/product.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../smoke.mjs", import.meta.url));

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

/** Where it all is as it should be is seen with the images. */
test.each([
  ["no address", [], 2, /Name the address/],
  ["nobody there", ["http://127.0.0.1:1"], 1, /^failed {2}the web app's page: /],
])("%s is said, and fails", async (_what, args, code, said) => {
  const failed = await run(process.execPath, [program, ...args]).catch((error) => error);
  expect(failed.code).toBe(code);
  expect(failed.stdout + failed.stderr).toMatch(said);
});

test("an API without a web app fails at the page, with what was answered", async () => {
  const failed = await run(process.execPath, [program, new URL("/", product.url).href]).catch((error) => error);
  expect(failed).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("failed  the web app's page: answered 404"),
  });
});

test("where people sign in it has a key of its own, and without it is refused", async () => {
  const key = "k".repeat(32);
  const guarded = await startProduct({
    worker: false,
    variables: {
      SIGN_IN: "PROXY",
      SIGN_IN_SECRET: "s".repeat(32),
      SIGN_IN_USER_HEADER: "x-user",
      SIGN_IN_MACHINES: `smoke-test=${key}`,
      SIGN_IN_EDITORS: "machine:smoke-test",
    },
  });
  const site = createServer((_request, response) => response.end("<title>Modelwright</title>")).listen(0, "127.0.0.1");
  await once(site, "listening");
  const args = [program, `http://127.0.0.1:${(site.address() as AddressInfo).port}`, `--api=${guarded.url}`];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, SMOKE_TEST_KEY: key } });
  expect(stdout.match(/^ok /gm)).toHaveLength(2);
  const failed = await run(process.execPath, args).catch((error) => error);
  expect(failed).toMatchObject({ code: 1, stdout: expect.stringContaining("failed  a chat turn") });
  site.close();
  await guarded.stop();
});
