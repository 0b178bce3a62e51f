import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { version } from "./build.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const dir = mkdtempSync(join(tmpdir(), "modelwright-no-engine-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Gets the engine where there is none yet, with these commands alone to be found. */
function build(path: string) {
  const { status, stderr } = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main], {
    env: { HOME: dir, PATH: path, XDG_CACHE_HOME: dir },
    encoding: "utf8",
  });
  return { status, stderr };
}

test("the engine and the SDK are of one version", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  expect(version()).toBe(dependencies["@pulumi/pulumi"]);
});

test("without Go it fails, and says what to do", () => {
  expect(build(dir)).toEqual({
    status: 1,
    stderr: expect.stringContaining("there is no go. Install it (on Debian: apt-get install golang-go)."),
  });
});

test("when the module can't be had or built, it fails and says why", () => {
  const go = join(dir, "go");
  writeFileSync(
    go,
    '#!/bin/sh\n[ "$1" = version ] && echo go version go1.26.6 linux/amd64 && exit\necho "the proxy is gone" >&2\nexit 1\n',
  );
  chmodSync(go, 0o755);
  expect(build(`${dir}:/usr/bin:/bin`)).toEqual({
    status: 1,
    stderr: expect.stringContaining(`"go build" failed:\nthe proxy is gone`),
  });
});
