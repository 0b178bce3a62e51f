import { expect, test } from "vitest";
import { waitingInWords } from "./waiting.ts";

test("one waits, several wait", () => {
  expect(waitingInWords(1)).toBe("1 promotion waits for approval");
  expect(waitingInWords(12)).toBe("12 promotions wait for approval");
});
