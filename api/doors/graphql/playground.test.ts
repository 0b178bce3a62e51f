import { Kind, type OperationDefinitionNode, parse } from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, runEvents, startProduct } from "../../testing/product.ts";
import { examplesOf } from "./playground.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

it("runs every example, from the first tab to the last", async () => {
  const seen = { runId: "", requestId: "" };
  for (const { query, variables } of examplesOf(crypto.randomUUID())) {
    const named = Object.keys(JSON.parse(variables ?? "{}"));
    const operations = parse(query).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    for (const { operation, name, loc, variableDefinitions } of operations) {
      // A stream of what is to come has nothing to show here; that it can be opened is told by its first part.
      if (name?.value === "Changes") continue;
      const source = query.slice(loc?.start, loc?.end);
      // As the page fills them in.
      const used = Object.fromEntries(
        Object.entries(seen).filter(([id]) => variableDefinitions?.length && named.includes(id)),
      );
      if (operation === "subscription") {
        const events = await product.subscribe(source, used, (event) => /COMPLETED|SUCCEEDED|FAILED/.test(event.type));
        expect(events.at(-1)?.type).toMatch(/TURN_COMPLETED|SUCCEEDED/);
        continue;
      }
      const { data, errors } = await product.graphql(source, used);
      expect({ name: name?.value, errors }).toEqual({ name: name?.value, errors: undefined });
      const codes = Object.values(data ?? {}).flatMap((result) => result?.code ?? []);
      // The training may be over before it is cancelled.
      const allowed = name?.value === "Cancel" ? ["CONFLICT"] : [];
      expect({ name: name?.value, codes: codes.filter((code) => !allowed.includes(code)) }).toEqual({
        name: name?.value,
        codes: [],
      });
      seen.runId = data?.trainModel?.id ?? seen.runId;
      seen.requestId = data?.chat?.pending?.id ?? seen.requestId;
      if (name?.value === "Train") await runEvents(product, seen.runId);
    }
  }
});

it("needs no variables in its first tab, which GraphiQL opens without them", () => {
  expect(examplesOf(crypto.randomUUID())[0]).not.toHaveProperty("variables");
});

it("is a page whose tabs stay where they are when they are pressed", async () => {
  const page = await fetch(product.url, { headers: { accept: "text/html" } });
  const text = await page.text();
  expect(text).toContain("<title>Modelwright GraphQL</title>");
  expect(text.slice(0, text.indexOf("</style>"))).toContain(".graphiql-tab { transform: none !important; }");
  // The way back to the app stands before what GraphiQL fills.
  expect(text).toMatch(/<a href="\/">← Back to Modelwright<\/a><\/nav><div id="root"><\/div>/);
});
