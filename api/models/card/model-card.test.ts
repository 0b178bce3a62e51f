import { afterAll, beforeAll, expect, it, test } from "vitest";
import { openDatabase } from "../../platform/database.ts";
import { markdownCode, markdownParagraphs, markdownText } from "../../platform/markdown.ts";
import { type Product, runEvents, startProduct, trainTitanic } from "../../testing/product.ts";
import { wilson } from "./slices.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product, { seed: 5 });
  const { data } = await product.graphql(
    'mutation { trainModel(input: { model: "cars" }) { ... on TrainingRun { id } } }',
  );
  await runEvents(product, data?.trainModel.id);
  await product.graphql('mutation { promoteVersion(model: "titanic", version: 1) { __typename } }');
});
afterAll(() => product.stop());

const fileOf = (model: string, version: number | string, init?: RequestInit) =>
  fetch(new URL(`/models/${encodeURIComponent(model)}/versions/${version}/card.md`, product.url), init);

it("tells data, split, metrics, slices, limits, making, stages and loading of a classification", async () => {
  const { data } = await product.graphql(
    '{ modelVersion(model: "titanic", version: 1) { card artifactSha256 metrics { name value split } trainingRun { testRows environment { codeSha256 } } } }',
  );
  const { card, artifactSha256, metrics, trainingRun } = data?.modelVersion ?? {};
  expect(card).toMatch(/^# titanic, version 1\n/);
  for (const part of [
    "## The model",
    "| Algorithm | logistic regression |",
    "| Stage | production |",
    "## Data",
    "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737",
    "30.0% held out, 313 rows; 731 to train on. By seed 5",
    "## By category, on the rows held out",
    "## Limits",
    "Rows that lack a value were left out (265 of 1309)",
    "## How it was made",
    trainingRun.environment.codeSha256,
    "## Stages",
    "candidate → production (promoted), by local owner",
    "## How to load it",
    `mlflow.pyfunc.load_model("models:/titanic/`,
    `artifacts/${artifactSha256.slice(0, 2)}/${artifactSha256}`,
    "Nobody has described this version",
  ]) {
    expect(card).toContain(part);
  }
  const accuracy = metrics.find(({ name, split }: any) => name === "accuracy" && split === "holdout").value;
  expect(card).toContain(`| accuracy | ${(100 * accuracy).toFixed(1)}% |`);
  // The slices of a feature are all of the rows held out, and their accuracies together are the whole one's.
  const slices = [...card.matchAll(/^\| sex \| \S+ \| (\d+) \| ([\d.]+)% \(([\d.]+)% to ([\d.]+)%\) \|$/gm)];
  const counts = slices.map(([, rows]) => Number(rows));
  expect(counts.reduce((sum, rows) => sum + rows, 0)).toBe(trainingRun.testRows);
  const right = slices.reduce((sum, [, rows, share]) => sum + (Number(rows) * Number(share)) / 100, 0);
  expect(right / trainingRun.testRows).toBeCloseTo(accuracy, 2);
  for (const [, , share, low, high] of slices) {
    expect(Number(low)).toBeLessThan(Number(share));
    expect(Number(high)).toBeGreaterThan(Number(share));
  }
});

it("tells the ranges that training saw, and units, of a regression", async () => {
  const card = await (await fileOf("cars", 1)).text();
  expect(card).toMatch(/\| RMSE \| [\d.]+ mpg \|/);
  expect(card).toMatch(/\| weight\\_lbs \| \d+ to \d+ \| \d+ to \d+/);
  expect(card).toContain("Always the mean");
});

it("is a file of Markdown, for who may read models alone", async () => {
  const file = await fileOf("titanic", 1);
  expect(file.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
  expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  const { data } = await product.graphql('{ modelVersion(model: "titanic", version: 1) { card } }');
  expect(await file.text()).toBe(data?.modelVersion.card);
  const head = await fileOf("titanic", 1, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await fileOf("titanic", 1, { method: "POST" })).status).toBe(405);
  const missing = await fileOf("titanic", 9);
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { errors: [{ message: expect.stringContaining("no version 9"), extensions: { code: "NOT_FOUND" } }] },
  ]);
  expect((await fileOf("<script>", 1)).status).toBe(404);
  expect((await fetch(new URL("/models/%E0%A4%A/versions/1/card.md", product.url))).status).toBe(404);
  expect((await fileOf("titanic", "0")).headers.get("content-type")).not.toContain("markdown");
});

const hostile =
  "# Not a heading\n<img src=x onerror=alert(1)>\n[link](javascript:alert(1)) **bold** `code`\n| a | b |\n|---|---|\n![x](http://evil.example/p.png) www.evil.example me@evil.example\n- item\n1. one\n===\n\n\n\n~~~\n\u202eturned\u0007";

it("shows whatever people wrote as text", async () => {
  const { errors } = await product.graphql(
    'mutation D($text: String!) { setDescription(model: "titanic", version: 1, description: $text) { __typename } setTag(model: "titanic", version: 1, key: "a|b", value: "<b>x</b> | y") { __typename } }',
    { text: hostile },
  );
  expect(errors).toBeUndefined();
  const database = openDatabase({ url: product.databaseUrl, connections: 1 });
  const name = "evil`</a>|\n# x";
  await database.model.updateMany({ where: { name: "titanic" }, data: { name } });
  const card = await (await fileOf(name, 1)).text();
  await database.model.updateMany({ where: { name }, data: { name: "titanic" } });
  await database.$disconnect();
  expect(card).toContain("## In a person's words");
  const words = card.slice(card.indexOf("## In a person's words"), card.indexOf("## The model"));
  expect(words).toContain("\\# Not a heading");
  expect(words).toContain("\\<img src=x onerror=alert(1)\\>");
  expect(words).toContain("\\[link\\](javascript:alert(1)) \\*\\*bold\\*\\* \\`code\\`");
  expect(words).toContain("\\| a \\| b \\|");
  expect(words).toContain("http\\://evil.example/p.png) www\\.evil.example me\\@evil.example");
  expect(words).toContain("\\- item\n1\\. one\n\\===");
  expect(words).toContain("\\~\\~\\~\nturned");
  expect(card).toContain("| Tags | a\\|b = \\<b\\>x\\</b\\> \\| y |");
  expect(card.split("\n", 1)[0]).toBe("# evil\\`\\</a\\>\\| # x, version 1");
  // Outside of code nothing stands that HTML could begin with.
  const text = card.replaceAll(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, "");
  expect(text).not.toMatch(/(?<!\\)<\w/);
  const fences = card.split("\n").filter((line) => line.startsWith("```"));
  expect(fences).toHaveLength(8);
});

test.each([
  ["a_b*c", "a\\_b\\*c"],
  ["1) one", "1\\) one"],
  ["12 rows", "12 rows"],
  ["+ plus", "\\+ plus"],
  ["a - b", "a - b"],
  ["back\\slash", "back\\\\slash"],
  ["two\nlines\r\nand\u2028three", "two lines and three"],
  ["&amp;", "\\&amp;"],
])("%j is the text %s", (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});

test("paragraphs keep their ends, and no more than one blank line", () => {
  expect(markdownParagraphs("one\r\ntwo\n\n\n\n> three")).toBe("one\ntwo\n\n\\> three");
});

test("a code block is not ended by what stands in it", () => {
  expect(markdownCode("js", "a\n```\nb")).toBe("````js\na\n```\nb\n````");
});

test("Wilson's interval, as it is published for 81 of 263, and for none and all", () => {
  const [low, high] = wilson(81 / 263, 263);
  expect([low, high].map((bound) => bound.toFixed(4))).toEqual(["0.2553", "0.3662"]);
  expect(wilson(0, 10)[0]).toBe(0);
  expect(wilson(1, 10)[1]).toBeCloseTo(1, 12);
});
