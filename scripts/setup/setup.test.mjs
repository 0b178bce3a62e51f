import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SetupError } from "./errors.mjs";
import { isInstalled } from "./install.mjs";
import { requireSupportedNode, runsServices } from "./node-version.mjs";
import { requireNothingKept } from "./npm-options.mjs";
import { projectRoot } from "./paths.mjs";
import { createProgress } from "./progress.mjs";
import { runCommand } from "./run-command.mjs";
import { hashOf, stamp } from "./stamp.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "modelwright-setup-test-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/**
 * @param {string} path
 * @param {unknown} content
 */
function write(path, content) {
  mkdirSync(join(dir, path, ".."), { recursive: true });
  writeFileSync(join(dir, path), typeof content === "string" ? content : JSON.stringify(content));
}

describe("the running Node", () => {
  test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("%s can set up", (version) => {
    expect(() => requireSupportedNode(version)).not.toThrow();
  });

  test.each(["18.20.0", "20.18.3"])("%s is refused with what is needed", (version) => {
    expect(() => requireSupportedNode(version)).toThrow(/20\.19 or newer/);
  });

  test.each([
    ["20.20.2", false],
    ["22.17.1", false],
    ["22.18.0", true],
    ["23.11.0", false],
    ["24.0.0", true],
    ["26.1.0", true],
  ])("%s runs the services itself: %s", (version, expected) => {
    expect(runsServices(version)).toBe(expected);
  });
});

describe("stamps", () => {
  test("match what they were written for and nothing else", () => {
    const made = stamp("thing", join(dir, "stamps"));
    expect(made.matches("a")).toBe(false);
    made.write("a");
    expect(made.matches("a")).toBe(true);
    expect(made.matches("b")).toBe(false);
  });

  test("a hash changes with a content, a name, a new file and a file that is gone, not with what is ignored", () => {
    write("web/a.ts", "1");
    write("web/deep/b.ts", "2");
    write("web/.next/out.js", "3");
    const hash = () => hashOf(["web", "lock.json"], { root: dir, ignore: (path) => path === "web/.next" });
    const seen = new Set([hash()]);
    write("web/.next/out.js", "changed");
    expect(seen).toContain(hash());

    const changes = [
      () => write("web/deep/b.ts", "changed"),
      () => write("web/c.ts", ""),
      () => rmSync(join(dir, "web/a.ts")),
      () => write("lock.json", "{}"),
    ];
    for (const change of changes) {
      change();
      expect(seen).not.toContain(hash());
      seen.add(hash());
    }
  });
});

describe("installed packages", () => {
  const lock = {
    packages: {
      "": { name: "x" },
      "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
      "node_modules/b-darwin": { version: "1.0.0", integrity: "sha512-b", optional: true },
    },
  };

  test("are found by npm's own record; those for other platforms may lack", () => {
    write("package-lock.json", lock);
    expect(isInstalled(dir)).toBe(false);
    write("node_modules/.package-lock.json", { packages: { "node_modules/a": lock.packages["node_modules/a"] } });
    expect(isInstalled(dir)).toBe(true);
  });

  test.each([
    ["another version", { version: "1.0.1", integrity: "sha512-a" }],
    ["other contents", { version: "1.0.0", integrity: "sha512-z" }],
  ])("with %s don't count", (_, entry) => {
    write("package-lock.json", lock);
    write("node_modules/.package-lock.json", { packages: { "node_modules/a": entry } });
    expect(isInstalled(dir)).toBe(false);
  });
});

describe("commands", () => {
  test("give their output", async () => {
    expect(await runCommand(process.execPath, ["-p", "6 * 7"])).toBe("42\n");
  });

  test("that fail show what they said and what was run", async () => {
    const failing = runCommand(process.execPath, ["-e", "console.error('no such thing'); process.exit(3)"]);
    await expect(failing).rejects.toThrow(/no such thing.*exit code 3/s);
  });

  test("that say all there is to say are shown by that alone", async () => {
    const failing = runCommand(process.execPath, ["-e", "console.error('THING must be set.'); process.exit(78)"]);
    await expect(failing).rejects.toThrow(new SetupError("THING must be set."));
  });

  test("end with the signal", async () => {
    const stop = new AbortController();
    const endless = runCommand(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { signal: stop.signal });
    stop.abort(new Error("enough"));
    await expect(endless).rejects.toThrow("enough");
  });
});

test("an option that npm kept for itself is told with the command that was meant", () => {
  const env = { npm_lifecycle_event: "start", npm_config_reset: "true" };
  expect(() => requireNothingKept(["reset"], env)).toThrow(
    new SetupError("npm kept --reset for itself, so nothing was done. Say: npm start -- --reset"),
  );
  expect(() => requireNothingKept(["reset"], { ...env, npm_lifecycle_event: "dev" })).toThrow(
    /npm run dev -- --reset$/,
  );
  expect(() => requireNothingKept(["reset"], { npm_lifecycle_event: "start" })).not.toThrow();
});

test("npm has nothing to say about the project's own settings", () => {
  const npm = process.platform === "win32" ? ["cmd.exe", "/d", "/s", "/c", "npm"] : ["npm"];
  const [command = "npm", ...before] = npm;
  const env = { PATH: process.env.PATH, HOME: dir };
  const { stdout, stderr } = spawnSync(command, [...before, "config", "get", "ignore-scripts"], {
    cwd: projectRoot,
    env,
    encoding: "utf8",
  });
  expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: "true", stderr: "" });
});

test("a step says what it does, and that it failed by not saying it is done", async () => {
  /** @type {string[]} */
  const lines = [];
  const progress = createProgress({ write: (line) => lines.push(line) });
  await progress.step("Cooking", () => Promise.resolve());
  await expect(progress.step("Burning", () => Promise.reject(new Error("hot")))).rejects.toThrow("hot");
  expect(lines).toEqual(["  Cooking …", expect.stringMatching(/^ {4}… done in \d+\.\d s$/), "  Burning …"]);
});

test("of steps that overlap each line says which one it is of", async () => {
  vi.useFakeTimers();
  try {
    /** @type {string[]} */
    const lines = [];
    const progress = createProgress({ write: (line) => lines.push(line), heartbeatMs: 10_000 });
    /** @param {number} ms */
    const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const steps = [progress.step("Cooking", () => after(15_000)), progress.step("Baking", () => after(25_000))];
    await vi.advanceTimersByTimeAsync(25_000);
    await Promise.all(steps);
    expect(lines).toEqual([
      "  Cooking …",
      "  Baking …",
      "  Cooking … 10.0 s",
      "  Baking … 10.0 s",
      "  Cooking … done in 15.0 s",
      "  Baking … 20.0 s",
      "    … done in 25.0 s",
    ]);
  } finally {
    vi.useRealTimers();
  }
});
