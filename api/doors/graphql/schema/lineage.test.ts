import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product, { seed: 5, params: { C: 2 } });
  await product.graphql('mutation { promoteVersion(model: "titanic", version: 1) { __typename } }');
});
afterAll(() => product.stop());

const act = async (query: string) => {
  const { data, errors } = await product.graphql(query);
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as any;
};

it("tells what a version came of: data, run, environment, file, stages, and whether it can be made again", async () => {
  const asked = await act(
    'mutation { reproduceVersion(model: "titanic", version: 1) { ... on Reproduction { id status requestedBy } ... on Error { code message } } }',
  );
  expect(asked).toMatchObject({ status: "QUEUED", requestedBy: "local owner" });
  const status = () => act(`{ reproduction(id: "${asked.id}") { status outcome report { rows } } }`);
  let reproduction = await status();
  while (!["SUCCEEDED", "FAILED"].includes(reproduction.status)) reproduction = await status();
  expect(reproduction).toMatchObject({ status: "SUCCEEDED", outcome: "BYTE_EQUAL" });

  const { lineage, artifactSha256 } = await act(`{ modelVersion(model: "titanic", version: 1) { artifactSha256 lineage {
    dataset { name sha256 } definitionSha256 artifactSha256
    run { seed params testSize environment { modelwright codeSha256 node onnxruntime platform } }
    version { version } changes { from to reason actor } reproductions { outcome version { version } } } } }`);
  expect(lineage).toMatchObject({
    dataset: { name: "titanic", sha256: "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737" },
    definitionSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    artifactSha256,
    run: { seed: 5, params: { C: 2 }, testSize: 0.3, environment: { node: process.versions.node } },
    version: { version: 1 },
    changes: [
      { from: null, to: "CANDIDATE", reason: "REGISTERED", actor: "local owner" },
      { from: "CANDIDATE", to: "PRODUCTION", reason: "PROMOTED", actor: "local owner" },
    ],
    reproductions: [{ outcome: "BYTE_EQUAL", version: { version: 1 } }],
  });
});

it("knows no reproduction that is not there, whatever its id looks like", async () => {
  expect(await act('{ reproduction(id: "nothing") { id } }')).toBeNull();
  expect(await act(`{ reproduction(id: "${crypto.randomUUID()}") { id } }`)).toBeNull();
});
