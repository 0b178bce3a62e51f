import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appSettings } from "../settings/app-settings.ts";
import { baseSettings } from "../settings/base-settings.ts";
import { API_IMAGE, OIDC_SECRET, WEB_IMAGE } from "../testing/example-settings.ts";
import { Workspace } from "./testing/workspace.ts";

const page = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");
/** The commands of the page, each in a line, without what is remarked on them. */
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block = ""]) => block.replaceAll("\\\n", " ").split("\n"))
  .map((line) => line.replace(/\s+# .*$/, "").trim())
  .filter(Boolean);

const settings = { base: Object.keys(baseSettings("dev").shape), app: Object.keys(appSettings("dev").shape) };
const program = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const outputs = (file: string) => [...program(file).matchAll(/^export const (\w+)/gm)].map(([, name]) => name);

/** As a shell would have it, with what the shell would fill in. */
function wordsOf(command: string): string[] {
  const filled = command
    .replace("$registry/modelwright-dev-api@$(digest api)", API_IMAGE)
    .replace("$registry/modelwright-dev-web@$(digest web)", WEB_IMAGE)
    .replace("<repository>@sha256:<digest>", API_IMAGE);
  if (/[$<>|;]/.test(filled)) throw new Error(`The test does not know what a shell makes of: ${command}`);
  return filled.split(/\s+/);
}

const settingCommands = commands.filter((command) => /^pulumi -C \w+ config set /.test(command));

describe("engine test: the settings of docs/deploy.md", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.create();
    await workspace.initialize("base", "dev");
    await workspace.initialize("app", "dev");
  });
  afterAll(() => workspace?.remove());

  test.each(settingCommands)("%s", async (command) => {
    const [, , folder = "", ...args] = wordsOf(command);
    if (command.endsWith(" --secret oidcClientSecret")) args.push(OIDC_SECRET);
    await workspace.succeed(folder, ...args);
  });

  test("are a base and an app that Pulumi and the policies let through", async () => {
    await workspace.succeed("base", "up", "--yes", "--skip-preview", "--policy-pack", "../policies");
    expect(await workspace.succeed("app", "preview", "--policy-pack", "../policies")).toContain("to create");
  });
});

describe("docs/deploy.md", () => {
  test("has settings set that there are", () => {
    for (const command of settingCommands) {
      const [, folder, name] = /^pulumi -C (base|app) config set (?:--\w+ )?(\w+)/.exec(command) ?? [];
      expect(settings[folder as "base" | "app"], command).toContain(name);
    }
    expect(settingCommands.length).toBeGreaterThan(10);
  });

  test("speaks of no name that there isn't", () => {
    const known = [
      ...settings.base,
      ...settings.app,
      ...outputs("base/index.ts"),
      ...outputs("app/index.ts"),
      "encryptedkey",
      "trainingQueueDepth",
    ];
    const named = [...page.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, name]) => name);
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
    const asked = [...page.matchAll(/-C (base|app) stack output (\w+)/g)].map(([, folder, name]) => [folder, name]);
    for (const [folder, name] of asked) expect(outputs(`${folder}/index.ts`), `${folder}: ${name}`).toContain(name);
  });

  test("has nothing changed that the policies were not asked about", () => {
    const changes = [...page.matchAll(/pulumi -C \w+ up\b[^\n`&]*/g)].map(([command]) => command);
    expect(changes.filter((command) => !command.includes("--policy-pack ../policies"))).toEqual([]);
  });

  test("sums its costs up, and says when they were written down", () => {
    const tables =
      page
        .split(/^## /m)
        .find((section) => section.startsWith("What it costs"))
        ?.split("\n\n") ?? [];
    const sums = tables
      .filter((table) => table.includes("USD a month"))
      .map((table) => {
        const amounts = [...table.matchAll(/\|\s+\**([\d.]+)\** \|$/gm)].map(([, amount]) => Number(amount));
        const sum = amounts.pop();
        return [sum, Number(amounts.reduce((total, amount) => total + amount, 0).toFixed(2))];
      });
    expect(sums).toHaveLength(2);
    for (const [said, summed] of sums) expect(said).toBe(summed);
    expect(page).toMatch(/written down on \d{1,2} \w+ \d{4}/);
  });
});
