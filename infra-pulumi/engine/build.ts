import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheDir, inherited } from "./environment.ts";

/** Pulumi's engine can't be had; the message says why, and what to do. */
export class EngineError extends Error {
  override name = "EngineError";
}

const module = fileURLToPath(new URL("./cli/", import.meta.url));
const PACKAGE = "github.com/pulumi/pulumi/pkg/v3";
const WHAT_IS_NEEDED =
  "Pulumi's engine is built from its Go module, for which Go (any version from 1.19 on) and the Go module proxy are needed";

/** Where the engine is once it is built. Another version of it, or of what it is made of, is another folder. */
export function enginePath(): string {
  const key = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) key.update(readFileSync(join(module, file)));
  return join(cacheDir, `pulumi-${version()}-${key.digest("hex").slice(0, 12)}`, "pulumi");
}

/** Of the engine, and of the SDK that the programs use: the same. */
export function version(): string {
  const [, found] = /^(?:require)?\s*github\.com\/pulumi\/pulumi\/pkg\/v3 v(\S+)/m.exec(goMod()) ?? [];
  if (!found) throw new EngineError(`engine/cli/go.mod requires no ${PACKAGE}`);
  return found;
}

/**
 * The engine's path; builds it when it is not there, which takes some ten minutes.
 * @throws {EngineError} when there is no Go, or when the module can't be had or built
 */
export async function ensureEngine(say: (line: string) => void = () => {}): Promise<string> {
  const path = enginePath();
  if (existsSync(path)) return path;
  say(`Pulumi's engine ${version()} is being built; it is kept in ${path}`);
  const go = await usableGo(say);
  mkdirSync(join(path, ".."), { recursive: true });
  // Built beside and moved, so that who finds it finds all of it.
  const unfinished = `${path}.${process.pid}`;
  const stamped = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${version()}`;
  await run(go, [
    "build",
    "-trimpath",
    "-buildvcs=false",
    `-ldflags=${stamped}`,
    "-o",
    unfinished,
    `${PACKAGE}/cmd/pulumi`,
  ]);
  renameSync(unfinished, path);
  return path;
}

/**
 * A Go that is new enough for the module. From 1.21 on, Go gets that by itself; an older one can still download it, as the module
 * that it is.
 */
async function usableGo(say: (line: string) => void): Promise<string> {
  const said = await run("go", ["version"]).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT")
      throw new EngineError(`${WHAT_IS_NEEDED}; there is no go. Install it (on Debian: apt-get install golang-go).`);
    throw error;
  });
  const [, minor = "0"] = /go1\.(\d+)/.exec(said) ?? [];
  if (Number(minor) >= 21) return "go";
  const [, needed = ""] = /^go (\S+)$/m.exec(goMod()) ?? [];
  const platform = `${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
  say(`Go 1.${minor} gets Go ${needed}`);
  const answer = await run(
    "go",
    ["mod", "download", "-json", `golang.org/toolchain@v0.0.1-go${needed}.${platform}`],
    homedir(),
  );
  const { Dir: dir } = JSON.parse(answer) as { Dir: string };
  // A module's files are never executable, and these have to be.
  for (const folder of ["bin", join("pkg", "tool", platform.replace("-", "_"))])
    for (const file of readdirSync(join(dir, folder))) chmodSync(join(dir, folder, file), 0o755);
  return join(dir, "bin", "go");
}

function goMod(): string {
  return readFileSync(join(module, "go.mod"), "utf8");
}

/** @returns what it wrote to its output */
function run(command: string, args: string[], cwd = module): Promise<string> {
  // A Go that was told to stay as old as it is can't build this.
  const child = spawn(command, args, { cwd, env: inherited({ GOTOOLCHAIN: "auto", GOFLAGS: "-mod=readonly" }) });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += data;
  });
  child.stderr.on("data", (data) => {
    said.err += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(said.out);
      const last = said.err.trim().split("\n").slice(-10).join("\n");
      reject(new EngineError(`${WHAT_IS_NEEDED}; "${command} ${args[0]}" failed:\n${last}`));
    });
  });
}
