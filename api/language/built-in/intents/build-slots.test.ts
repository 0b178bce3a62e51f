import { describe, expect, test } from "vitest";
import { evaluationContexts as contexts } from "../../evaluation/contexts.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();
const read = async (text: string, context: keyof typeof contexts = "fleet") =>
  (await interpreter.interpret(text, contexts[context])).intents;
const slotsOf = async (text: string) => (await read(text)).map(({ intent, slots }) => [intent, slots]);
const refusedBy = async (text: string) =>
  (await read(text)).map(({ slots, problems }) => [slots, problems.map(({ slot, text: said }) => [slot, said])]);

describe("versions", () => {
  test.each([
    ["promote cars version 2.5", "version 2.5"],
    ["promote version -3 of cars", "version -3"],
    ["archive cars v888888888888", "v888888888888"],
    ["promote version minus two of cars", "version minus two"],
    ["promote cars 1.5", "1.5"],
    ["archive cars version 0", "version 0"],
    ["archive cars -1", "-1"],
    ["promote versions 2 and 1 of cars", "versions 2 and 1"],
    ["promote 2 or 1 of cars", "2 or 1"],
  ])("are refused where none can be meant: %j", async (text, words) => {
    expect(await refusedBy(text)).toEqual([[{ model: "cars" }, [["version", words]]]]);
  });

  test.each([
    ["promote cars v1, no, v2", { model: "cars", version: 2 }],
    ["promote cars v2, not v1", { model: "cars", version: 2 }],
    ["promote version 2 of cars over version 1", { model: "cars", version: 2 }],
    ["promote cars from v1 to v2", { model: "cars", version: 2 }],
    ["promote cars two", { model: "cars", version: 2 }],
    ["promote the second cars version", { model: "cars", version: 2 }],
    ["promote version-2 of cars", { model: "cars", version: 2 }],
  ])("of a promotion: %j", async (text, slots) => {
    expect(await slotsOf(text)).toEqual([["PROMOTE", slots]]);
  });

  test.each([
    ["compare cars one and two", { model: "cars", versions: [1, 2] }],
    ["compare the latest cars with the one in production", { model: "cars", versions: [2, 1] }],
    ["compare versions 1 and 3 of titanic", { model: "titanic", versions: [1, 3] }],
  ])("of a comparison: %j", async (text, slots) => {
    expect(await slotsOf(text)).toEqual([["COMPARE_VERSIONS", slots]]);
  });

  test("of a comparison with what was spoken of last", async () => {
    const [intent] = await read("compare it with version 1", "focus");
    expect(intent?.slots).toEqual({ model: "titanic", versions: [3, 1] });
  });

  test("in production is the one that is asked after", async () => {
    expect(await slotsOf("describe the production titanic")).toEqual([
      ["MODEL_DETAILS", { model: "titanic", version: 2 }],
    ]);
  });
});

describe("several things in one message", () => {
  test.each([
    [
      "promote cars v2 and titanic v3",
      [
        ["PROMOTE", { model: "cars", version: 2 }],
        ["PROMOTE", { model: "titanic", version: 3 }],
      ],
    ],
    [
      "archive version 1 of cars and version 3 of titanic",
      [
        ["ARCHIVE", { model: "cars", version: 1 }],
        ["ARCHIVE", { model: "titanic", version: 3 }],
      ],
    ],
    [
      "archive cars 1 and 2",
      [
        ["ARCHIVE", { model: "cars", version: 1 }],
        ["ARCHIVE", { model: "cars", version: 2 }],
      ],
    ],
    [
      "train cars with ridge and penguins with a random forest",
      [
        ["TRAIN", { model: "cars", algorithm: "ridge_regression" }],
        ["TRAIN", { model: "penguins", algorithm: "random_forest" }],
      ],
    ],
    [
      "train titanic and cars with seed 12",
      [
        ["TRAIN", { model: "titanic", seed: 12 }],
        ["TRAIN", { model: "cars", seed: 12 }],
      ],
    ],
    [
      "describe cars v2. promote it.",
      [
        ["MODEL_DETAILS", { model: "cars", version: 2 }],
        ["PROMOTE", { model: "cars", version: 2 }],
      ],
    ],
    [
      "compare cars 1 and 2, then promote 2",
      [
        ["COMPARE_VERSIONS", { model: "cars", versions: [1, 2] }],
        ["PROMOTE", { model: "cars", version: 2 }],
      ],
    ],
    ["delete cars but leave penguins alone", [["REMOVE", { model: "cars" }]]],
    ["train cars, not penguins", [["TRAIN", { model: "cars" }]]],
    ["remove penguins, sorry, cars", [["REMOVE", { model: "cars" }]]],
  ])("each with its own model: %j", async (text, wanted) => {
    expect(await slotsOf(text)).toEqual(wanted);
  });

  test("speak of one model by 'the same' and by its version, and not by 'this week'", async () => {
    const same = await slotsOf("promote version 2 of cars and show the history of the same");
    expect(same[1]).toEqual(["AUDIT_HISTORY", expect.objectContaining({ model: "cars" })]);
    const version = await slotsOf("train cars with ridge. who promoted version 1?");
    expect(version[1]).toEqual(["AUDIT_HISTORY", expect.objectContaining({ model: "cars", version: 1 })]);
    const week = await slotsOf("promote cars v2. who changed anything this week?");
    expect(week[1]).toEqual(["AUDIT_HISTORY", expect.not.objectContaining({ model: "cars" })]);
  });
});

describe("a training", () => {
  test.each([
    ["train cars with C=2", "C=2"],
    ["train cars with an alpha of 0.3", "alpha of 0.3"],
    ["train cars with max_iter=90", "max_iter=90"],
    ["train cars with 50 trees", "50 trees"],
    ["train cars with more regularisation", "regularisation"],
    ["train cars with learning rate 0.1", "learning rate 0.1"],
    ["train cars with foo=0.4", "foo=0.4"],
    ["train cars on 40 rows", "40 rows"],
  ])("takes no parameter for an algorithm or a test size: %j", async (text, words) => {
    expect(await refusedBy(text)).toEqual([[{ model: "cars" }, [["params", words]]]]);
  });

  test("keeps what can be chosen beside a parameter", async () => {
    expect(await refusedBy("train cars by ridge with alpha 5, 20% held out and seed 3")).toEqual([
      [{ model: "cars", algorithm: "ridge_regression", seed: 3, testSize: 0.2 }, [["params", "alpha 5"]]],
    ]);
  });

  test("refuses a seed that none can be", async () => {
    expect(await refusedBy("train cars with seed -7")).toEqual([[{ model: "cars" }, [["seed", "seed -7"]]]]);
  });
});

test("what was in production at a time that is named is asked of then", async () => {
  const context = { ...contexts.fleet, now: new Date("2026-11-27T10:30:00Z") };
  const heard = async (text: string) =>
    (await createBuiltInInterpreter().interpret(text, context)).intents.map(({ intent, slots }) => ({
      intent,
      ...slots,
    }));
  expect(await heard("what was in production last Tuesday, and who promoted it?")).toMatchObject([
    { intent: "ACTIVE_MODEL", at: "2026-11-24T23:59:59.999Z" },
    { intent: "AUDIT_HISTORY" },
  ]);
  expect(await heard("which version of cars was live on 3 November?")).toEqual([
    { intent: "ACTIVE_MODEL", model: "cars", at: "2026-11-03T23:59:59.999Z" },
  ]);
  expect(await heard("what is live today?")).toEqual([{ intent: "ACTIVE_MODEL" }]);
  expect((await heard("who promoted version 2 yesterday?"))[0]).not.toHaveProperty("at");
});
