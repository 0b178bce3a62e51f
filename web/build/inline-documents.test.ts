import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inlineDocuments, pickDocument } from "./inline-documents.ts";

const web = join(import.meta.dirname, "..");
const generated = readFileSync(join(web, "gql/graphql.ts"), "utf8");

test("an operation becomes the generated document, a fragment leaves nothing, and the tag is no longer imported", () => {
  const source = `"use client";
import { type FragmentType, graphql, readFragment } from "../gql/index.ts";
const Turn_turn = graphql(\`
  fragment Turn_turn on Turn { id }
\`);
const TurnQuery = operation(
  graphql(\`
    query Turn($id: ID!) { turn(id: $id) { id } }
  \`),
);
`;
  expect(inlineDocuments(source, "../gql/graphql.ts")).toBe(`"use client";
import { type FragmentType, readFragment } from "../gql/fragment-masking.ts";
const Turn_turn = undefined;
const TurnQuery = operation(
  TurnDocument,
);

import TurnDocument from "../gql/graphql.ts?document=TurnDocument";
`);
});

test("a source without a document stays as it is", () => {
  expect(inlineDocuments("const graphql = 1;\n", "../gql/graphql.ts")).toBe("const graphql = 1;\n");
});

test("a document is picked with its fragments, on one line", () => {
  const picked = pickDocument(generated, "ThreadDocument");
  expect(picked).toMatch(/^export default "query Thread\(\$id: ID!.*\) \{ .*fragment Turn_turn on ChatTurn .*";\n$/);
  expect(() => pickDocument(generated, "NoneDocument")).toThrow("There is no document NoneDocument");
});

test("no tag of the app is left, and every document that takes a tag's place is there", () => {
  const files = readdirSync(web, { recursive: true, encoding: "utf8" }).filter(
    (path) => /^(app|features|graphql|ui)[/\\].*\.tsx?$/.test(path) && !path.includes(".test."),
  );
  const inlined = files.map((path) => inlineDocuments(readFileSync(join(web, path), "utf8"), "documents"));
  expect(inlined.filter((source) => /\bgraphql\(\s*`|\/gql\/(index|gql)\.ts"/.test(source))).toEqual([]);
  const names = inlined.flatMap((source) =>
    [...source.matchAll(/"documents\?document=(\w+)"/g)].map(([, name]) => name),
  );
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(pickDocument(generated, name ?? "")).toContain("export default");
});
