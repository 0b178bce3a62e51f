import { spawn } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentOf } from "../settings/environments.ts";
import { PipelineError } from "./errors.ts";

/** The programs in the order in which they are made; they are taken down in the other. */
export const PROGRAMS = ["base", "app"] as const;
export type Program = (typeof PROGRAMS)[number];

const root = fileURLToPath(new URL("../", import.meta.url));
/** No pipeline changes or shows anything that the policies were not asked about. */
const WITH_POLICIES = ["--policy-pack", "../policies"];
const UNASKED = ["--yes", "--skip-preview"];

/** One stack of one program, by Pulumi's command line: what it says goes to where this program's own words go. */
export class Stack {
  readonly #program: Program;
  readonly #name: string;

  /** @throws {import("../settings/errors.ts").SettingsError} for a name that is no stack's */
  constructor(program: Program, name: string) {
    environmentOf(name);
    this.#program = program;
    this.#name = name;
  }

  /** @throws {PipelineError} when it can't be known: what can't be seen is not what isn't there */
  async exists(): Promise<boolean> {
    return (await stacksOf(this.#program)).includes(this.#name);
  }

  /** Makes the stack when it isn't there. A preview's has the settings that all previews share. */
  async ensure(): Promise<void> {
    const settings = this.#settings();
    if (await this.exists()) return;
    const [, keptBy] = /^secretsprovider: (.+)$/m.exec(readFileSync(settings, "utf8")) ?? [];
    await this.#succeed("stack", "init", this.#name, ...(keptBy ? ["--secrets-provider", keptBy] : []));
  }

  async up(settings: Record<string, string>): Promise<void> {
    await this.ensure();
    await this.#succeed("up", "--stack", this.#name, ...UNASKED, ...WITH_POLICIES, ...this.#given(settings));
  }

  /** What would change, as Pulumi shows it, and whether it could be done. */
  async preview(settings: Record<string, string>): Promise<{ possible: boolean; shown: string }> {
    this.#settings();
    const args = ["preview", "--diff", "--color", "never", "--stack", this.#name, ...WITH_POLICIES];
    const { code, out, err } = await pulumi(this.#program, [...args, ...this.#given(settings)], "kept");
    return { possible: code === 0, shown: `${out}${err}` };
  }

  /** Nothing while it has none. */
  async outputs(): Promise<Record<string, unknown>> {
    this.#settings();
    return JSON.parse(await this.#read("stack", "output", "--json", "--stack", this.#name));
  }

  /** Takes away the lock of one who was ended before he could; who calls this must be the only one who changes the stack. */
  async unlock(): Promise<void> {
    this.#settings();
    await this.#succeed("cancel", "--yes", "--stack", this.#name);
  }

  /** With all that it has made. @throws {PipelineError} for one that is no preview's */
  async destroy(): Promise<void> {
    if (environmentOf(this.#name) !== "preview")
      throw new PipelineError(
        `${this.#name} is no preview of a pull request; it is taken down by a person (docs/deploy.md).`,
      );
    this.#settings();
    await this.#succeed("destroy", "--stack", this.#name, ...UNASKED);
    await this.#succeed("stack", "rm", this.#name, "--yes");
  }

  #given(settings: Record<string, string>): string[] {
    return Object.entries(settings).flatMap(([name, value]) => [
      "--config",
      `modelwright-${this.#program}:${name}=${value}`,
    ]);
  }

  /** The file of its settings. */
  #settings(): string {
    const folder = join(root, this.#program);
    const own = join(folder, `Pulumi.${this.#name}.yaml`);
    if (!existsSync(own)) copyFileSync(join(folder, `Pulumi.${environmentOf(this.#name)}.yaml`), own);
    return own;
  }

  async #succeed(...args: string[]): Promise<void> {
    const { code } = await pulumi(this.#program, args, "told");
    if (code !== 0)
      throw new PipelineError(`pulumi ${args[0]} of ${this.#program} ended with ${code}; it says why above.`);
  }

  #read(...args: string[]): Promise<string> {
    return read(this.#program, args);
  }
}

/** The names of a program's stacks. */
export async function stacksOf(program: Program): Promise<string[]> {
  const listed: { name: string }[] = JSON.parse(await read(program, ["stack", "ls", "--json"]));
  return listed.map(({ name }) => name.split("/").at(-1) ?? name);
}

async function read(program: Program, args: string[]): Promise<string> {
  const { code, out, err } = await pulumi(program, args, "kept");
  if (code !== 0) throw new PipelineError(`pulumi ${args.join(" ")} of ${program} ended with ${code}:\n${err}`);
  return out;
}

function pulumi(
  program: Program,
  args: string[],
  output: "told" | "kept",
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn("pulumi", [...args, "--non-interactive"], {
    cwd: join(root, program),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    if (output === "told") process.stdout.write(data);
    else said.out += data;
  });
  child.stderr.on("data", (data) => {
    if (output === "told") process.stderr.write(data);
    else said.err += data;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}
