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
  let runId = "";
  for (const { query, variables } of examplesOf(crypto.randomUUID())) {
    const given = { ...JSON.parse(variables ?? "{}"), ...(variables?.includes("runId") ? { runId } : {}) };
    const operations = parse(query).definitions.filter(
      (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
    );
    for (const { operation, name, loc } of operations) {
      // A stream of what is to come has nothing to show here; that it can be opened is told by its first part.
      if (name?.value === "Changes") continue;
      const source = query.slice(loc?.start, loc?.end);
      if (operation === "subscription") {
        const events = await product.subscribe(source, given, (event) => /COMPLETED|SUCCEEDED|FAILED/.test(event.type));
        expect(events.at(-1)?.type).toMatch(/TURN_COMPLETED|SUCCEEDED/);
        continue;
      }
      const { data, errors } = await product.graphql(source, given);
      expect({ name: name?.value, errors }).toEqual({ name: name?.value, errors: undefined });
      for (const result of Object.values(data ?? {})) expect(result).not.toHaveProperty("code");
      if (data?.trainModel) {
        runId = data.trainModel.id;
        await runEvents(product, runId);
      }
    }
  }
});

it("is a page whose tabs stay where they are when they are pressed", async () => {
  const page = await fetch(product.url, { headers: { accept: "text/html" } });
  const text = await page.text();
  expect(text).toContain("<title>Modelwright GraphQL</title>");
  expect(text.slice(0, text.indexOf("</style>"))).toContain(".graphiql-tab { transform: none !important; }");
});
