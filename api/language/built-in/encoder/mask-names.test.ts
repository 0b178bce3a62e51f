import { describe, expect, it } from "vitest";
import { maskNames } from "./mask-names.ts";

describe("maskNames", () => {
  it("puts the placeholder in each place, in any order", () => {
    const text = "compare churn-2024 with titanic";
    const spans = [
      { start: 24, end: 31 },
      { start: 8, end: 18 },
    ];
    expect(maskNames(text, spans)).toBe("compare modelname with modelname");
  });

  it("leaves out what overlaps, and a text without names as it is", () => {
    expect(
      maskNames("drop titanic", [
        { start: 5, end: 12 },
        { start: 7, end: 12 },
      ]),
    ).toBe("drop modelname");
    expect(maskNames("drop it", [])).toBe("drop it");
  });
});
