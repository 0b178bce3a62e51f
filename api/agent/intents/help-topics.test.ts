import { expect, it } from "vitest";
import { helpTopicsOf } from "../../language/asides/index.ts";
import { titanic } from "../../models/definitions/titanic.ts";
import { tellTopics } from "./help-topics.ts";

const world = {
  models: [{ definition: titanic, registered: true, versions: [{ version: 4, stage: "CANDIDATE" as const }] }],
};
const sayings = (message: string) => tellTopics(helpTopicsOf(message), world, "titanic").sayings;

it.each([
  ["what would happen if I promoted version 3?", ["Promote version 4 of titanic"]],
  ["how do I promote?", ["Promote version 4 of titanic"]],
  ["how would I train titanic?", ["Train the titanic model with 30% held out"]],
  ["how do I roll back?", ["Roll back titanic"]],
  ["what happens if I remove titanic?", ["Remove the titanic model"]],
  ["what happens to predictions if I delete it", ["Remove the titanic model"]],
  ["what does archiving do?", ["Take titanic off production"]],
  ["how can I take it off production?", ["Take titanic off production"]],
  ["how can I predict something?", [titanic.examples[0]]],
  ["how do I compare versions?", ["Compare versions 1 and 2 of titanic"]],
  ["where is the audit log, how do I see it?", ["Who promoted version 4?"]],
  ["train titanic, and how do I promote it?", ["Promote version 4 of titanic"]],
  ["how do I train and then promote?", ["Train the titanic model with 30% held out", "Promote version 4 of titanic"]],
  ["help", []],
  ["what can you do?", []],
])("%j", (message, expected) => {
  expect(sayings(message)).toEqual(expected);
});
