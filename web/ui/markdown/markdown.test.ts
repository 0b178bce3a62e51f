import { expect, test } from "vitest";
import { parseBlocks } from "./blocks.ts";
import { parseInlines } from "./inlines.ts";

test("splits paragraphs, lists, code, tables, quotes and headings", () => {
  const text = [
    "# Title",
    "First line",
    "second line",
    "- one",
    "- two",
    "  goes on",
    "",
    "2. b",
    "3. c",
    "```ts",
    "- not a list",
    "```",
    "| a | b |",
    "|---|--:|",
    "| 1 | x \\| y |",
    "> said",
    "---",
  ].join("\n");
  expect(parseBlocks(text)).toEqual([
    { kind: "heading", level: 1, text: "Title" },
    { kind: "paragraph", text: "First line\nsecond line" },
    { kind: "list", ordered: false, start: 1, items: ["one", "two\ngoes on"] },
    { kind: "list", ordered: true, start: 2, items: ["b", "c"] },
    { kind: "code", language: "ts", text: "- not a list" },
    {
      kind: "table",
      head: ["a", "b"],
      rows: [["1", "x | y"]],
    },
    { kind: "quote", text: "said" },
    { kind: "rule" },
  ]);
});

test("a fence that is still being streamed holds what there is", () => {
  expect(parseBlocks("```\nhalf")).toEqual([{ kind: "code", language: "", text: "half" }]);
});

test("reads emphasis, code, links and escapes", () => {
  expect(parseInlines("**b** and *e* and _f_ and `*c*` [l](https://x.org) \\*plain\\*")).toEqual([
    { kind: "strong", children: [{ kind: "text", text: "b" }] },
    { kind: "text", text: " and " },
    { kind: "emphasis", children: [{ kind: "text", text: "e" }] },
    { kind: "text", text: " and " },
    { kind: "emphasis", children: [{ kind: "text", text: "f" }] },
    { kind: "text", text: " and " },
    { kind: "code", text: "*c*" },
    { kind: "text", text: " " },
    { kind: "link", href: "https://x.org", children: [{ kind: "text", text: "l" }] },
    { kind: "text", text: " " },
    { kind: "text", text: "*" },
    { kind: "text", text: "plain" },
    { kind: "text", text: "*" },
  ]);
});

test.each([
  "[x](javascript:alert(1))",
  "[x](data:text/html,hi)",
  "[x](//evil.example)",
  "snake_case_name",
  "2 * 3 * 4",
  "<b>x</b>",
])("%s stays text", (text) => {
  expect(parseInlines(text).every((part) => part.kind === "text")).toBe(true);
});

test("long hostile text is read in linear time enough", () => {
  expect(parseInlines("*a ".repeat(2_000)).length).toBeGreaterThan(0);
  expect(parseInlines(`${"[".repeat(2_000)}x`).length).toBeGreaterThan(0);
});
