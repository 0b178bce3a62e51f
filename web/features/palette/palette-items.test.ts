import { expect, test } from "vitest";
import { matching, type PaletteItem } from "./palette-items.ts";

const item = (id: string, label: string, more: Partial<PaletteItem> = {}): PaletteItem => ({
  id,
  kind: "Page",
  label,
  act: () => {},
  ...more,
});
const items = [
  item("new", "New training", { words: "train run" }),
  item("training", "Training"),
  item("audit", "Audit log", { words: "who did what" }),
  item("titanic", "titanic", { kind: "Model" }),
  item("talk", "hello", { kind: "Conversation", isFound: true }),
];
const found = (typed: string) => matching(items, typed).map(({ id }) => id);

test.each([
  ["", ["new", "training", "audit", "titanic", "talk"]],
  ["train", ["training", "new", "talk"]],
  ["WHO did", ["audit", "talk"]],
  ["model tit", ["titanic", "talk"]],
  ["nothing of the kind", ["talk"]],
])("%s finds %j, what begins so first", (typed, ids) => expect(found(typed)).toEqual(ids));

test("a long list is cut", () => {
  const many = Array.from({ length: 40 }, (_, index) => item(String(index), `page ${index}`));
  expect(matching(many, "page").length).toBe(12);
});
