import { describe, expect, it } from "vitest";
import { titanic } from "../../../models/definitions/titanic.ts";
import { tokenise } from "../text/tokenise.ts";
import { KnownNames } from "./known-names.ts";
import { findModels } from "./model-names.ts";

const names = new KnownNames();
const all = [
  ...Array.from({ length: 2_000 }, (_, index) => `model-${String(index).padStart(5, "0")}`),
  "churn",
  "credit_risk_v2",
  "loan approvals",
  "segmentation",
];
for (const name of all) names.add(name, name === "churn" ? ["cancellations"] : ["passengers"]);

describe("the names of a large registry", () => {
  it.each([
    ["promote model-01234", ["model-01234"]],
    ["promote MODEL 01234 and model01235", ["model-01234", "model-01235"]],
    ["promote the model mdoel-01234", ["model-01234"]],
    ["what about churn and the cancellations?", ["churn"]],
    ["train credit-risk v2", ["credit_risk_v2"]],
    ["archive loan aprovals", ["loan approvals"]],
    ["tell me about the segmentaton model", ["segmentation"]],
    ["what models are available?", []],
    ["promote model-09999", []],
  ])("%s", (message, expected) => {
    expect(names.namedIn(message)).toEqual(expected);
  });

  it("gives no more of an alias than can be told apart", () => {
    expect(names.namedIn("the passengers").length).toBe(8);
  });

  it("finds whatever a reading beside the one model finds", () => {
    for (const name of ["model-00777", "churn", "credit_risk_v2", "segmentation"]) {
      const models = [{ definition: { ...titanic, name, aliases: [] }, registered: true, versions: [] }];
      for (const said of [
        name,
        name.toUpperCase(),
        name.replaceAll(/[-_]/g, " "),
        `${name}s`,
        name.replaceAll(/[-_]/g, ""),
      ]) {
        const [mention] = findModels(tokenise(`promote ${said}`), models);
        if (mention?.known) expect([said, names.namedIn(`promote ${said}`)]).toEqual([said, [name]]);
      }
    }
  });

  it("answers whatever text with a few", () => {
    const wild = Array.from({ length: 900 }, (_, index) => `zq${index}x model-${index}`).join(" ");
    expect(names.namedIn(wild).length).toBeLessThanOrEqual(24);
  });
});
