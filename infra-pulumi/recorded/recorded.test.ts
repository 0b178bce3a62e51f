import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { APP } from "../testing/example-settings.ts";
import { runProgram } from "../testing/run-program.ts";
import { recordOf } from "./record.ts";

/**
 * What the other tests say of properties, they say of those that somebody thought of. This is all of them: whoever changes one sees what else
 * changed, and so does whoever reviews it. `npx vitest run recorded -u` records anew.
 */
test.each([
  ["base", "dev"],
  ["base", "prod"],
  ["app", "dev"],
  ["app", "prod"],
] as const)("every property of every resource of %s in %s is as recorded", async (layer, stack) => {
  const { made } = await runProgram(layer, stack, layer === "app" ? APP : {});
  await expect(recordOf(made)).toMatchFileSnapshot(fileURLToPath(new URL(`./${layer}.${stack}.txt`, import.meta.url)));
});
