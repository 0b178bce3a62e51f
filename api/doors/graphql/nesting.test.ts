import { expect, test } from "vitest";
import { nestingOf } from "./nesting.ts";

test.each<[string, number]>([
  ["", 0],
  ["{ models { nodes { name } } }", 3],
  ["query Q($a: [[Int!]!]) { f(a: $a, b: { c: [1, [2]] }) { g } }", 5],
  ["{ a } { b } { c }", 1],
  ['{ a(b: "((((") }', 2],
  ['{ a(b: "\\"((((") }', 2],
  ['{ a(b: "\\\\") { c } }', 2],
  ['{ a(b: """ (( " (( \\""" (( """) }', 2],
  ['{ a(b: """ ((\n(( """, c: [[]]) }', 4],
  ["{ a # ((((((\n { b } }", 2],
  ["{ a # ((((((\r { b } }", 2],
  // An open string ends with its line, so what comes after counts; an open block string has no end.
  ['{ a(b: "(((\n[[[', 5],
  ['{ a(b: """[[[', 2],
  ["}}}}{{", 0],
])("%j is nested %i deep", (document, depth) => {
  expect(nestingOf(document)).toBe(depth);
});

test("a document of nothing but brackets is counted, not descended into", () => {
  expect(nestingOf("[".repeat(1_000_000))).toBe(1_000_000);
});
