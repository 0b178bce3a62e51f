import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cars } from "../models/definitions/cars.ts";
import { penguins } from "../models/definitions/penguins.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { conversationOf, type Product, runEvents, startProduct } from "../testing/product.ts";
import penguinsReference from "./algorithms/logistic-regression/testing/penguins-reference.json" with { type: "json" };
import carsReference from "./algorithms/ridge-regression/testing/cars-reference.json" with { type: "json" };

/** Penguins and cars the whole way: the real worker, onnxruntime, GraphQL and the chat. Each test goes on from the one before. */
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

async function train(input: object): Promise<{ events: any[]; version: any }> {
  const started = await product.graphql(
    "mutation T($input: TrainModelInput!) { trainModel(input: $input) { __typename ... on TrainingRun { id } ... on Error { code message } } }",
    { input },
  );
  const id = started.data?.trainModel.id;
  if (!id) throw new Error(JSON.stringify(started));
  const events = await runEvents(product, id);
  const run = await product.graphql(
    "query R($id: ID!) { trainingRun(id: $id) { status error rows version { version algorithm params dataset { name rows } metrics { name value split } } } }",
    { id },
  );
  return { events, version: run.data?.trainingRun.version };
}

async function predict(input: object) {
  const { data, errors } = await product.graphql(
    `mutation P($input: PredictInput!) { predict(input: $input) {
      __typename ... on Prediction { model version value probabilities features }
      ... on MissingFeatures { missing } ... on InvalidInputError { code message issues { path } } } }`,
    { input },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.predict;
}

const promote = (model: string, version: number) =>
  product.graphql(
    "mutation V($model: String!, $version: Int!) { promoteVersion(model: $model, version: $version) { __typename ... on ModelVersion { stage } ... on Error { code message } } }",
    { model, version },
  );

const holdout = (version: any): Record<string, number> =>
  Object.fromEntries(
    version.metrics.flatMap((metric: any) => (metric.split === "holdout" ? [[metric.name, metric.value]] : [])),
  );

describe("before anything is trained", () => {
  it("tells what can be trained, and that the registry is empty", async () => {
    const listed = await product.graphql("{ models { totalCount } }");
    expect(listed.data?.models.totalCount).toBe(0);
    const turn = await conversationOf(product).say("What models are available?");
    expect(turn.content).toContain("`titanic`, `penguins` and `cars`");
    expect(turn.cards[0].trainable.map((model: any) => model.name)).toEqual(["titanic", "penguins", "cars"]);
  });

  it("refuses an algorithm that can't learn the task, and names those that can", async () => {
    const { data } = await product.graphql(
      'mutation { trainModel(input: { model: "cars", algorithm: "logistic_regression" }) { ... on Error { code message } } }',
    );
    expect(data?.trainModel).toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("ridge_regression or linear_regression"),
    });
  });

  it("asks which one, when the training could be of any", async () => {
    const turn = await conversationOf(product).say("train a model");
    expect(turn).toMatchObject({ kind: "CLARIFICATION", pending: { kind: "CHOICE" } });
  });
});

describe("penguins", () => {
  it("are trained, with the metrics of three classes and the rows that were left out", async () => {
    const { events, version } = await train({ model: "penguins", testSize: 0.25, seed: 42 });
    expect(events.some(({ message }) => message.startsWith("333 of 344 rows have every value (11 left out)"))).toBe(
      true,
    );
    expect(version).toMatchObject({
      version: 1,
      algorithm: "logistic_regression",
      params: { C: 1, rows: 333, droppedRows: 11, trainRows: 250, testRows: 83 },
      dataset: { name: "penguins", rows: 344 },
    });
    const metrics = holdout(version);
    expect(Object.keys(metrics)).toEqual(["accuracy", "log_loss", "roc_auc", "baseline_accuracy", "baseline_log_loss"]);
    expect(metrics.accuracy).toBeGreaterThan(0.95);
    expect(metrics.baseline_accuracy).toBeCloseTo(36 / 83, 9);
  });

  it("are predicted by GraphQL within 1e-6 of scikit-learn's probabilities", async () => {
    expect((await promote("penguins", 1)).data?.promoteVersion).toMatchObject({ stage: "PRODUCTION" });
    for (const { features, probabilities } of penguinsReference.cases) {
      const made = await predict({ model: "penguins", features });
      expect(Object.keys(made.probabilities)).toEqual(["Adelie", "Chinstrap", "Gentoo"]);
      for (const [name, wanted] of Object.entries(probabilities)) {
        expect(Math.abs(made.probabilities[name] - wanted), JSON.stringify(features)).toBeLessThan(1e-6);
      }
      const [likeliest] = Object.entries(probabilities).sort((a, b) => b[1] - a[1]);
      expect(made.value).toBe(likeliest?.[0]);
      expect(made.features).toEqual(features);
    }
  });

  it("show their task, target, features, units and ranges", async () => {
    const { data } = await product.graphql(
      '{ model(name: "penguins") { task target features { name label kind categories unit min max integer required } } }',
    );
    expect(data?.model).toMatchObject({ task: "MULTICLASS_CLASSIFICATION", target: "species" });
    expect(data?.model.features.map(({ name }: any) => name)).toEqual([
      ...["island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex"],
    ]);
    expect(data?.model.features[0].categories).toEqual(["Biscoe", "Dream", "Torgersen"]);
    expect(data?.model.features[1]).toMatchObject({
      label: "bill length",
      kind: "NUMERIC",
      categories: null,
      unit: "mm",
      min: 20,
      max: 80,
      integer: false,
      required: true,
    });
  });

  it("are predicted in the chat, which asks for what is missing", async () => {
    const thread = conversationOf(product);
    const asked = await thread.say("a male penguin on Biscoe with a bill 46.5 mm long and 14.2 mm deep, 5.1 kilos");
    expect(asked).toMatchObject({ kind: "MISSING_INPUTS", pending: { missing: ["flipper_length_mm"] } });
    expect(asked.pending.schema.properties.flipper_length_mm).toMatchObject({ type: "number", "x-unit": "mm" });
    const done = await thread.say("21.5 cm");
    expect(done.kind).toBe("PREDICTION");
    expect(done.content).toMatch(/^Most likely \*\*Gentoo\*\*, with a probability of \*\*99\.6%\*\* \(Adelie /);
    expect(done.content).toContain("bill length 46.5 mm");
    const card = done.cards.find((each: any) => each.__typename === "PredictionCard");
    expect(card).toMatchObject({ label: "Gentoo", features: { flipper_length_mm: 215, body_mass_g: 5100 } });
  });
});

describe("cars", () => {
  it("are trained, with the metrics of a regression", async () => {
    const { events, version } = await train({ model: "cars", testSize: 0.25, seed: 42 });
    expect(events.some(({ message }) => message.startsWith("392 of 406 rows have every value (14 left out)"))).toBe(
      true,
    );
    expect(version).toMatchObject({ version: 1, algorithm: "ridge_regression", params: { alpha: 1, droppedRows: 14 } });
    const metrics = holdout(version);
    for (const [name, wanted] of Object.entries(carsReference.metrics)) expect(metrics[name]).toBeCloseTo(wanted, 6);
    expect(Object.keys(metrics)).toEqual(Object.keys(carsReference.metrics));
  });

  it("are predicted by GraphQL within 1e-6 of scikit-learn's number, without probabilities", async () => {
    expect((await promote("cars", 1)).data?.promoteVersion).toMatchObject({ stage: "PRODUCTION" });
    for (const { features, ridge } of carsReference.cases) {
      const made = await predict({ model: "cars", features });
      expect(made).toMatchObject({ model: "cars", version: 1, probabilities: null });
      expect(Math.abs(made.value - ridge), JSON.stringify(features)).toBeLessThan(1e-6);
    }
  });

  it.each([
    [{ cylinders: 4.5 }, "features.cylinders"],
    [{ model_year: 1969 }, "features.model_year"],
    [{ origin: "Sweden" }, "features.origin"],
    [{ weight_lbs: "3000" }, "features.weight_lbs"],
  ])("refuse what can't be: %j", async (wrong, path) => {
    const features = { ...carsReference.cases[0]?.features, ...wrong };
    const answer = await predict({ model: "cars", features });
    expect(answer).toMatchObject({ code: "INVALID_INPUT", issues: [{ path }] });
  });

  it("are predicted in the chat with the unit, a year of two digits, and in other units", async () => {
    const thread = conversationOf(product);
    const asked = await thread.say("predict the mpg of a Japanese car with 4 cylinders, 97 cubic inches and 75 hp");
    expect(asked.pending.missing).toEqual(["weight_lbs", "acceleration", "model_year"]);
    expect(asked.content).toMatch(/weight.*acceleration.*model year/);
    expect((await thread.say("it weighs 1000 kg, 0 to 60 in 16 seconds")).pending.missing).toEqual(["model_year"]);
    const done = await thread.say("80");
    expect(done.kind).toBe("PREDICTION");
    expect(done.content).toMatch(/^About \*\*\d\d(\.\d)? mpg\*\*, for cylinders 4, displacement 97 cubic inches, /);
    const card = done.cards.find((each: any) => each.__typename === "PredictionCard");
    expect(card).toMatchObject({ probabilities: null, features: { model_year: 1980, origin: "Japan" } });
    expect(card.features.weight_lbs).toBeCloseTo(2204.6, 1);
  });

  it("are compared by the error, of which less is better", async () => {
    const { version } = await train({ model: "cars", testSize: 0.25, seed: 42, params: { alpha: 100_000 } });
    expect(version.version).toBe(2);
    const turn = await conversationOf(product).say("compare versions 1 and 2 of cars");
    expect(turn.kind).toBe("COMPARE_VERSIONS");
    expect(turn.content).toMatch(/version 1 .*RMSE 3\.86 mpg/);
    expect(turn.content).toContain("Version 1 is the best by RMSE, where less is better.");
  });
});

describe("with all of them in production", () => {
  it("tells which answers, and of which model what", async () => {
    const thread = conversationOf(product);
    expect((await thread.say("which version of penguins is in production?")).content).toContain("`penguins` version 1");
    const table = (await thread.say("What models are available?")).cards[0];
    expect(table.rows.map((row: any) => row.name)).toEqual(["penguins", "cars"]);
    expect(table.trainable.map((model: any) => model.name)).toEqual(["titanic"]);
    const { data } = await product.graphql(
      "query T($id: ID!) { thread(id: $id) { turns { nodes { cards { ... on ModelTable { rows { name task accuracy metric { name } } } } } } } }",
      { id: thread.threadId },
    );
    expect(data?.thread.turns.nodes.at(-1).cards[0].rows).toMatchObject([
      { name: "penguins", task: "MULTICLASS_CLASSIFICATION", metric: { name: "accuracy" } },
      { name: "cars", task: "REGRESSION", accuracy: null, metric: { name: "rmse" } },
    ]);
  });

  it("reads from the words which one is asked, whichever was promoted last", async () => {
    await train({ model: "titanic" });
    await promote("titanic", 1);
    const thread = conversationOf(product);
    for (const definition of [penguins, cars, titanic]) {
      const turn = await thread.say(definition.examples[0] ?? "");
      expect(turn.kind, turn.content).toBe("PREDICTION");
      expect(turn.content).toContain(`By \`${definition.name}\` version 1`);
    }
    await thread.say(penguins.examples[0] ?? "");
    const moved = await thread.say("and if it was male?");
    expect(moved.kind, moved.content).toBe("PREDICTION");
    expect(moved.cards[0].features).toMatchObject({ sex: "male", island: "Dream" });
    const asked = await thread.say("a penguin on Biscoe that weighs 5.2 kg");
    expect(asked.pending.missing).toEqual(["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "sex"]);
  });

  it("keeps the training status in the model's unit", async () => {
    const turn = await conversationOf(product).say("how did the last training of cars go?");
    expect(turn.content).toMatch(/RMSE \*\*[\d.]+ mpg\*\* \(always saying the mean: 8\.41 mpg\)/);
  });
});
