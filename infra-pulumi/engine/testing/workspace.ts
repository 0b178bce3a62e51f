import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyTree } from "../../testing/copy-tree.ts";
import { ensureEngine } from "../build.ts";
import { pathWith } from "../environment.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** No command takes a tenth of this; one that hangs is ended, and its test fails. */
const LIMIT_MS = 120_000;

export interface Ended {
  code: number | null;
  output: string;
}

/** A copy of the programs with a state, a home and a made-up cloud of its own: nothing is written to the tree. */
export class Workspace {
  readonly dir = mkdtempSync(join(tmpdir(), "modelwright-engine-"));
  readonly #engine: string;

  private constructor(engine: string) {
    this.#engine = engine;
  }

  static async create(): Promise<Workspace> {
    const workspace = new Workspace(await ensureEngine());
    for (const folder of ["state", "home", "cloud"]) mkdirSync(join(workspace.dir, folder));
    copyTree(workspace.dir);
    return workspace;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Makes a stack with the settings that are in the tree, and more. */
  async initialize(folder: string, stack: string, settings: Record<string, string> = {}): Promise<void> {
    this.settle(folder, stack, settings);
    await this.succeed(folder, "stack", "init", stack);
  }

  /** Writes down a stack's settings: those in the tree, and more; its secrets are encrypted by a passphrase, for want of KMS. */
  settle(folder: string, stack: string, settings: Record<string, string> = {}): void {
    const file = join(this.dir, "infra-pulumi", folder, `Pulumi.${stack}.yaml`);
    const committed = existsSync(file) ? file : join(this.dir, "infra-pulumi", folder, "Pulumi.preview.yaml");
    const kept = existsSync(committed)
      ? readFileSync(committed, "utf8").replace(/^secretsprovider:.*\n/m, "")
      : "config:\n";
    const project = `modelwright-${folder}`;
    const given = Object.entries(settings).map(([name, value]) => `  ${project}:${name}: ${JSON.stringify(value)}\n`);
    writeFileSync(file, withoutRepeated(kept, Object.keys(settings)) + given.join(""));
  }

  /** Changes a setting that is no secret. */
  set(folder: string, stack: string, name: string, value: string): void {
    const file = join(this.dir, "infra-pulumi", folder, `Pulumi.${stack}.yaml`);
    const setting = `  modelwright-${folder}:${name}: `;
    const lines = readFileSync(file, "utf8").split("\n");
    const at = lines.findIndex((line) => line.startsWith(setting));
    if (at < 0) throw new Error(`${file} does not set ${name}`);
    lines[at] = setting + JSON.stringify(value);
    writeFileSync(file, lines.join("\n"));
  }

  /** @throws with all that was said, when the command fails */
  async succeed(folder: string, ...args: string[]): Promise<string> {
    const { code, output } = await this.pulumi(folder, ...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(" ")} ended with ${code}:\n${output}`);
    return output;
  }

  pulumi(folder: string, ...args: string[]): Promise<Ended> {
    return this.#run(this.#engine, [...args, "--non-interactive", "--color=never"], folder);
  }

  /** Runs a program of the copy, which finds this engine as `pulumi`. */
  node(program: string, ...args: string[]): Promise<Ended> {
    const path = join(this.dir, "infra-pulumi", program);
    return this.#run(process.execPath, ["--disable-warning=ExperimentalWarning", path, ...args], ".");
  }

  #run(command: string, args: string[], folder: string): Promise<Ended> {
    const path = pathWith(dirname(this.#engine), join(root, "engine", "plugins"), dirname(process.execPath));
    const child = spawn(command, args, {
      cwd: join(this.dir, "infra-pulumi", folder),
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        HOME: join(this.dir, "home"),
        PATH: path,
        PULUMI_HOME: join(this.dir, "home"),
        PULUMI_BACKEND_URL: `file://${join(this.dir, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "of a test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        // The SDK is large, and each command would compile it anew.
        NODE_COMPILE_CACHE: join(dirname(this.#engine), "node-compile-cache"),
        STUB_CLOUD: join(this.dir, "cloud"),
      },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => {
        output += data;
      });
    const limit = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        clearTimeout(limit);
        resolve({ code, output });
      });
    });
  }

  /** What the cloud was asked to do since the last time, in order: "create <type> <name>". */
  takeCalls(): string[] {
    const log = join(this.dir, "cloud", "calls.log");
    const calls = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
    rmSync(log, { force: true });
    return calls;
  }

  /** What a resource waits for, as the state has it: both as "<type> <name>". */
  async dependencies(folder: string, resource: string): Promise<string[]> {
    const { deployment } = JSON.parse(await this.succeed(folder, "stack", "export")) as {
      deployment: { resources: { urn: string; dependencies?: string[] }[] };
    };
    const found = deployment.resources.find(({ urn }) => nameOf(urn) === resource);
    if (!found) throw new Error(`The state has no ${resource}`);
    return (found.dependencies ?? []).map(nameOf);
  }

  /** From now on these calls fail, and no others. */
  failAt(...calls: string[]): void {
    writeFileSync(join(this.dir, "cloud", "failures.json"), JSON.stringify(calls));
  }

  /** What the cloud holds. */
  resources(): string[] {
    return readdirSync(join(this.dir, "cloud", "resources")).map((file) =>
      decodeURIComponent(file.replace(/\.json$/, "")),
    );
  }

  /** Somebody deletes it by hand. */
  lose(resource: string): void {
    const file = join(this.dir, "cloud", "resources", `${encodeURIComponent(resource)}.json`);
    if (!existsSync(file)) throw new Error(`The made-up cloud has no ${resource}, but ${this.resources().join(", ")}`);
    rmSync(file);
  }

  /** Somebody who was changing the stack was ended before he could say so. */
  lock(project: string, stack: string): void {
    const folder = join(this.dir, "state", ".pulumi", "locks", "organization", project, stack);
    mkdirSync(folder, { recursive: true });
    const who = { pid: 1, username: "somebody", hostname: "elsewhere", timestamp: "2026-11-27T10:00:00Z" };
    writeFileSync(join(folder, "0b7c7a4e-0c0f-4d6e-9f55-8d7c3c1f3c52.json"), JSON.stringify(who));
  }

  /** From now on Pulumi can't read where states are kept. */
  breakState(): void {
    writeFileSync(join(this.dir, "state", ".pulumi", "meta.yaml"), "version: 99\n");
  }

  /** All that Pulumi keeps: states, their backups and histories. */
  stateFiles(): { name: string; text: string }[] {
    const state = join(this.dir, "state");
    return readdirSync(state, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => ({ name, text: readFileSync(join(parentPath, name), "utf8") }));
  }
}

/** Settings without those that are given anew. */
function withoutRepeated(text: string, names: string[]): string {
  return text
    .split("\n")
    .filter((line) => !names.some((name) => new RegExp(`^\\s+modelwright-\\w+:${name}:`).test(line)))
    .join("\n");
}

function nameOf(urn: string): string {
  const [, , type = "", name = ""] = urn.split("::");
  return `${type.split("$").at(-1)} ${name}`;
}
