import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createWordPieceTokeniser } from "./word-piece.ts";

const vocabulary = readFileSync(new URL("./weights/vocab.txt", import.meta.url), "utf8");
const reference = JSON.parse(readFileSync(new URL("./testing/word-piece-reference.json", import.meta.url), "utf8")) as {
  text: string;
  ids: number[];
}[];

describe("createWordPieceTokeniser", () => {
  const tokeniser = createWordPieceTokeniser(vocabulary, 64);

  it.each(reference)("splits $text as the reference does", ({ text, ids }) => {
    expect(tokeniser.encode(text)).toEqual(ids);
  });

  it("takes ill-formed text, and cuts it", () => {
    expect(tokeniser.encode("\uD800 a \uDC00")).toEqual(tokeniser.encode("a"));
    expect(tokeniser.encode("promote ".repeat(100_000))).toHaveLength(64);
  });

  it("refuses a vocabulary without its marks", () => {
    expect(() => createWordPieceTokeniser("[CLS]\n[SEP]\na", 64)).toThrow("[UNK]");
  });
});
