import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fenced } from "../pipeline/diff.ts";
import { API_IMAGE, NEXT_API_IMAGE, WEB_IMAGE } from "../testing/example-settings.ts";
import { INVOCATION } from "./testing/life-of-a-stack.ts";
import { type Ended, Workspace } from "./testing/workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.create();
  for (const program of ["base", "app"]) for (const stack of ["dev", "preview"]) workspace.settle(program, stack);
});
afterAll(() => workspace?.remove());

const pipeline = (...args: string[]) => workspace.node("pipeline/main.ts", ...args);
async function succeed(...args: string[]): Promise<string> {
  const { code, output }: Ended = await pipeline(...args);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}:\n${output}`);
  return output;
}
const images = { api: `apiImage=${API_IMAGE}`, web: `webImage=${WEB_IMAGE}` };
const commentOf = (file: string) => readFileSync(join(workspace.dir, file), "utf8");
const diff = (file = "diff.md") => pipeline("diff", "dev", join(workspace.dir, file));

describe("engine test: a deployment", () => {
  test("of which nothing is there yet shows that, and has no images", async () => {
    expect(await succeed("images", "dev")).toBe("api=\nweb=\n");
    await succeed("diff", "dev", join(workspace.dir, "first.md"));
    expect(commentOf("first.md")).toContain("`base` does not exist there yet.");
    expect(workspace.takeCalls()).toEqual([]);
  });

  test("makes the stacks that are not there, and tells what runs then", async () => {
    await succeed("up", "base", "dev");
    await succeed("up", "app", "dev", images.api, images.web);
    expect(await succeed("images", "dev")).toBe(`api=${API_IMAGE}\nweb=${WEB_IMAGE}\n`);
  });

  test("that fails, and left its lock behind, is put back to what ran, and the database stays as it is", async () => {
    workspace.failAt("update aws:ecs/service:Service worker");
    const { code, output } = await pipeline("up", "app", "dev", `apiImage=${NEXT_API_IMAGE}`, images.web);
    expect([code, output]).toEqual([1, expect.stringContaining("pulumi up of app ended with")]);
    workspace.failAt();
    workspace.lock("modelwright-app", "dev");
    expect((await pipeline("up", "app", "dev", images.api, images.web)).output).toContain("locked");
    workspace.takeCalls();

    await succeed("put-back", "dev", API_IMAGE, WEB_IMAGE);
    expect(await succeed("images", "dev")).toBe(`api=${API_IMAGE}\nweb=${WEB_IMAGE}\n`);
    expect(workspace.takeCalls()).toContain("update aws:ecs/service:Service api");
  });

  test("that breaks a policy changes nothing", async () => {
    const file = join(workspace.dir, "infra-pulumi/components/task.ts");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace('const USER = "1000:1000"', 'const USER = "0:0"'));
    workspace.takeCalls();
    const up = await pipeline("up", "app", "dev", images.api, images.web);
    expect([up.code, up.output]).toEqual([1, expect.stringContaining("hardened-tasks")]);
    expect(workspace.takeCalls()).toEqual([]);

    const shown = await diff();
    expect([shown.code, shown.output]).toEqual([1, "What was shown would fail; the comment says why.\n"]);
    expect(commentOf("diff.md")).toContain("<summary>app: **it would fail**</summary>");
    expect(commentOf("diff.md")).toContain("hardened-tasks");
    expect(commentOf("diff.md")).toContain("<summary>base</summary>");
    writeFileSync(file, text);
  });

  test("is never taken down by a pipeline", async () => {
    const { code, output } = await pipeline("destroy", "dev");
    expect([code, output]).toEqual([1, expect.stringContaining("dev is no preview of a pull request")]);
    expect(workspace.takeCalls()).toEqual([]);
  });
});

describe("engine test: a preview of a pull request", () => {
  test("is made with the settings that previews share, beside dev", async () => {
    await succeed("up", "base", "pr-12");
    await succeed("up", "app", "pr-12", images.api, images.web, "domain=pr-12.modelwright.example");
    expect(workspace.takeCalls().filter((call) => call === `create ${INVOCATION}`)).toHaveLength(1);
    expect(JSON.parse(await succeed("previews"))).toEqual([12]);
  });

  test("that could not be taken down is known still, and the next time takes down the rest", async () => {
    workspace.failAt("delete aws:ecs/cluster:Cluster cluster");
    expect((await pipeline("destroy", "pr-12")).code).toBe(1);
    expect(JSON.parse(await succeed("previews"))).toEqual([12]);
    workspace.failAt();
    await succeed("destroy", "pr-12");
    expect(JSON.parse(await succeed("previews"))).toEqual([]);
    expect(workspace.resources().filter((resource) => resource.includes("pr-12"))).toEqual([]);
    await succeed("destroy", "pr-12");
  });

  test("is not taken for gone when Pulumi can't be asked", async () => {
    workspace.breakState();
    const { code, output } = await pipeline("destroy", "pr-12");
    expect([code, output]).toEqual([1, expect.stringContaining("pulumi stack ls --json of app ended with")]);
  });
});

test.each([
  [["up", "both", "dev"], "There is no program both; there are base and app."],
  [["up", "app", "staging"], 'the stack "staging" is none of dev, qa, prod and pr-<number'],
  [["up", "app", "dev", "apiImage"], '"apiImage" is no setting=value.'],
  [["diff", "dev"], "diff was told too little."],
  [["deploy"], "There is no command deploy;"],
])("%j is refused with a sentence", async (args, sentence) => {
  const { code, output } = await pipeline(...args);
  expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
  expect(output).not.toContain("    at ");
});

test("what is shown can't end its own fence, nor be longer than a comment", () => {
  expect(fenced("a\n```\n# not a title")).toBe("````\na\n```\n# not a title\n````");
  expect(fenced("x".repeat(70_000)).length).toBeLessThan(32_768);
});
