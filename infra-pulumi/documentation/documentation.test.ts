import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Made } from "../testing/run-program.ts";
import { diagram } from "./diagram.ts";
import { infrastructurePage } from "./infrastructure-page.ts";

test("docs/infrastructure.md is what the programs say (npm run docs makes it anew)", async () => {
  const file = fileURLToPath(new URL("../../docs/infrastructure.md", import.meta.url));
  expect(readFileSync(file, "utf8")).toBe(await infrastructurePage());
});

test("an arrow goes to what is mentioned, and not to what has a like name", () => {
  const made = (name: string, id: string, inputs: object): Made => ({
    type: "aws:ec2/vpc:Vpc",
    name,
    id,
    inputs,
    outputs: {},
    path: [],
    urn: "",
  });
  const resources = [
    made("user", "user-1", { of: "net-1", policy: '{"on":"net-10/*"}' }),
    made("one", "net-1", {}),
    made("ten", "net-10", {}),
    made("other", "net", {}),
  ];
  expect(
    diagram([{ title: "layer", made: resources }])
      .split("\n")
      .filter((line) => line.includes("-->")),
  ).toEqual(["  layer_user --> layer_one", "  layer_user --> layer_ten"]);
});
