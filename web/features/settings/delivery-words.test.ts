import { expect, test } from "vitest";
import { deliveryInWords } from "./delivery-words.ts";

test.each([
  [{ status: "DELIVERED", attempts: 1, responseCode: 204 }, "Delivered at the first attempt (204)"],
  [
    { status: "FAILED", attempts: 10, error: "The connection was refused." },
    "Given up after 10 attempts. The connection was refused.",
  ],
  [{ status: "PENDING", attempts: 0 }, "On its way"],
  [
    { status: "PENDING", attempts: 2, error: "It was answered with 500." },
    "To be tried again, after 2 attempts. It was answered with 500.",
  ],
] as const)("%j: %s", (delivery, words) => {
  expect(deliveryInWords(delivery)).toBe(words);
});
