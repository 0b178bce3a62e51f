import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chatMutation,
  conversationOf,
  type Product,
  runEvents,
  startProduct,
  trainTitanic,
} from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

describe("the main dialogue", () => {
  const thread = () => talk;
  let talk: ReturnType<typeof conversationOf>;
  beforeAll(() => {
    talk = conversationOf(product);
  });

  it("says that nothing is trained, and how to begin", async () => {
    const turn = await thread().say("What models are available?");
    expect(turn.kind).toBe("LIST_MODELS");
    expect(turn.content).toContain("No model is trained yet");
    expect(turn.suggestions[0]).toMatch(/^Train the titanic model/);
    expect(turn.cards[0]).toMatchObject({
      __typename: "ModelTable",
      rows: [],
      trainable: [{ name: "titanic" }, { name: "penguins" }, { name: "cars" }],
    });
  });

  it("does not predict before anything is in production", async () => {
    const turn = await thread().say("a boy in first class who boarded in Cherbourg");
    expect(turn.kind).toBe("ERROR");
  });

  it("trains, with progress and metrics", async () => {
    const turn = await thread().say("train the titanic model with 30% held out");
    expect(turn.kind).toBe("TRAINING_STARTED");
    const card = turn.cards.find((each: any) => each.__typename === "TrainingCard");
    const events = await runEvents(product, card.runId);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)).toMatchObject({ type: "SUCCEEDED", progress: 1 });
    const names = events.at(-1).metrics.map((metric: any) => `${metric.name}/${metric.split}`);
    expect(names).toEqual(
      expect.arrayContaining(["accuracy/holdout", "log_loss/holdout", "roc_auc/holdout", "baseline_accuracy/holdout"]),
    );
  });

  it("shows what promoting changes, and does it only when confirmed", async () => {
    const asked = await thread().say("promote it");
    expect(asked.kind).toBe("CONFIRMATION_REQUIRED");
    expect(asked.pending).toMatchObject({ kind: "CONFIRMATION", status: "OPEN" });
    expect(asked.content).toBe(
      "Promote version 1 of `titanic`? It will be in production and answer predictions. Say “yes” or “no”.",
    );
    for (const effect of asked.cards[0].effects) expect(asked.content).not.toContain(effect);
    const before = await product.graphql("{ activeModel { version } }");
    expect(before.data?.activeModel).toBeNull();
    const done = await thread().say("yes");
    expect(done.kind).toBe("PROMOTED");
    const after = await product.graphql("{ activeModel { version stage model { name } } }");
    expect(after.data?.activeModel).toEqual({ version: 1, stage: "PRODUCTION", model: { name: "titanic" } });
  });

  it("predicts from a description that has everything", async () => {
    const turn = await thread().say("a boy in first class who boarded in Cherbourg");
    expect(turn.kind).toBe("PREDICTION");
    const card = turn.cards.find((each: any) => each.__typename === "PredictionCard");
    expect(card.features).toEqual({ sex: "male", pclass: "1", embarked: "C", age_group: "child" });
    expect(card.probabilities["0"] + card.probabilities["1"]).toBeCloseTo(1, 6);
    expect(turn.interpretation.intents[0].evidence.map((each: any) => each.slot).sort()).toEqual([
      "features.age_group",
      "features.embarked",
      "features.pclass",
      "features.sex",
    ]);
  });

  it("asks for what is missing, and takes the answer in words", async () => {
    const asked = await thread().say("a woman in third class");
    expect(asked.kind).toBe("MISSING_INPUTS");
    expect(asked.pending.missing).toEqual(["embarked", "age_group"]);
    const digression = await thread().say("which model is active?");
    expect(digression.kind).toBe("ACTIVE_MODEL");
    expect(digression.pending.id).toBe(asked.pending.id);
    // One request has one card: the question is repeated in words.
    expect(digression.cards.map((card: any) => card.__typename)).not.toContain("FeatureForm");
    expect(digression.content).toMatch(
      /Back to the open question.*\*\*port\*\* \(Cherbourg, Queenstown or Southampton\)/s,
    );
    const half = await thread().say("Southampton");
    expect(half.kind).toBe("MISSING_INPUTS");
    expect(half.pending.missing).toEqual(["age_group"]);
    const done = await thread().say("an adult");
    expect(done.kind).toBe("PREDICTION");
  });

  it("takes the answer from the form, once", async () => {
    const asked = await thread().say("a woman in third class");
    const wrong = await thread().answer(asked.pending.id, { embarked: "Boston" });
    expect(wrong).toMatchObject({ __typename: "InvalidInputError", code: "INVALID_INPUT" });
    const values = { embarked: "S", age_group: "adult" };
    const done = await thread().answer(asked.pending.id, values);
    expect(done.kind).toBe("PREDICTION");
    const again = await thread().answer(asked.pending.id, values);
    expect(again).toMatchObject({ __typename: "ConflictError", code: "CONFLICT" });
  });

  it("reads a story as far as there is evidence, and shows what it guesses", async () => {
    const asked = await thread().say(
      "My ma and pa bought fancy tickets on the ship from our home in France, and I took my GI-Joe along to play.",
    );
    expect(asked.kind).toBe("MISSING_INPUTS");
    const form = asked.cards.find((each: any) => each.__typename === "FeatureForm");
    expect(form.values).toMatchObject({ sex: "male", embarked: "C" });
    expect(form.weak.map((each: any) => each.slot)).toContain("features.sex");
    const dropped = await thread().say("never mind");
    expect(dropped.kind).toBe("CANCELLED");
  });

  it("keeps one live card for one request while other things are asked", async () => {
    const asked = await thread().say("archive version 1 of titanic");
    expect(asked.cards).toMatchObject([{ __typename: "ConfirmationCard", status: "OPEN" }]);
    const said = ["which model is active?", "what's the weather", "who promoted version 1?"];
    for (const message of said) {
      const turn = await thread().say(message);
      expect(turn.pending).toMatchObject({ id: asked.pending.id, status: "OPEN" });
      expect(turn.content).toContain("Back to the open question. Take version 1 of `titanic` off production?");
      expect(turn.suggestions).toEqual(["Yes", "No"]);
    }
    const { data } = await product.graphql(
      "query T($id: ID!) { thread(id: $id) { turns(last: 20) { nodes { cards { ... on ConfirmationCard { requestId status } } } } } }",
      { id: thread().threadId },
    );
    const cards = data?.thread.turns.nodes.flatMap((turn: any) => turn.cards).filter((card: any) => card.requestId);
    expect(cards.filter((card: any) => card.status === "OPEN")).toEqual([
      { requestId: asked.pending.id, status: "OPEN" },
    ]);
    let waiting = 0;
    const events = await product.subscribe(
      "subscription C($threadId: ID!) { chatReply(threadId: $threadId) { type payload } }",
      { threadId: thread().threadId },
      (event: any) =>
        event.type === "PENDING" && event.payload.id === asked.pending.id && ++waiting === said.length + 1,
    );
    expect(events.at(-1)?.payload).toEqual({ id: asked.pending.id, kind: "CONFIRMATION" });
    expect(await thread().say("no")).toMatchObject({ kind: "CANCELLED", content: "All right, nothing was changed." });
  });

  it("answers kindly what answers nothing", async () => {
    expect(await thread().say("yes")).toMatchObject({ kind: "CLARIFICATION", pending: null });
    const one = await thread().say("1");
    expect(one).toMatchObject({ kind: "CLARIFICATION", pending: null });
    expect(one.content).toContain("Nothing is waiting for an answer");
    expect((await thread().say("never mind")).kind).toBe("CANCELLED");
    expect(await thread().say("don't promote version 1")).toMatchObject({
      kind: "CANCELLED",
      pending: null,
      content: "All right, I won’t. Nothing was changed.",
    });
  });

  it("tells who did it", async () => {
    const turn = await thread().say("who promoted version 1?");
    expect(turn.kind).toBe("AUDIT_HISTORY");
    expect(turn.content).toContain("local owner");
    expect(turn.cards[0].events).toHaveLength(1);
    expect(turn.cards[0].events[0]).toMatchObject({ action: "promoteVersion", outcome: "DONE" });
  });

  it("takes it off production, rolls it back, and removes it, each when confirmed", async () => {
    expect((await thread().say("take titanic off production")).kind).toBe("CONFIRMATION_REQUIRED");
    expect((await thread().say("yes")).kind).toBe("ARCHIVED");
    expect((await thread().say("a boy in first class who boarded in Cherbourg")).kind).toBe("ERROR");
    expect((await thread().say("roll back titanic")).kind).toBe("CONFIRMATION_REQUIRED");
    expect((await thread().say("yes")).kind).toBe("ROLLED_BACK");
    expect((await thread().say("remove the titanic model")).kind).toBe("CONFIRMATION_REQUIRED");
    const kept = await thread().say("no");
    expect(kept.kind).toBe("CANCELLED");
    const asked = await thread().say("remove the titanic model");
    const gone = await thread().answer(asked.pending.id, { confirm: true });
    expect(gone.kind).toBe("REMOVED");
    const model = await product.graphql('{ model(name: "titanic") { id } activeModel { version } }');
    expect(model.data).toEqual({ model: null, activeModel: null });
    const verified = await product.graphql("{ verifyAuditLog { valid checked } }");
    expect(verified.data?.verifyAuditLog.valid).toBe(true);
  });

  it("greets, and declines kindly what is none of its business", async () => {
    expect((await thread().say("Hi")).kind).toBe("HELP");
    const turn = await thread().say("what's the weather");
    expect(turn.kind).toBe("OUT_OF_SCOPE");
    expect(turn.suggestions.length).toBeGreaterThan(0);
  });
});

describe("what a confirmation is bound to", () => {
  it("shows a new plan when the world moved, and does nothing", async () => {
    const one = await trainTitanic(product);
    const two = await trainTitanic(product, { seed: 7 });
    const talk = conversationOf(product);
    const asked = await talk.say(`promote version ${one} of titanic`);
    expect(asked.kind).toBe("CONFIRMATION_REQUIRED");
    await product.graphql(
      'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
      { version: two },
    );
    const moved = await talk.say("yes");
    expect(moved.kind).toBe("CONFIRMATION_REQUIRED");
    expect(moved.pending.id).not.toBe(asked.pending.id);
    const active = await product.graphql("{ activeModel { version } }");
    expect(active.data?.activeModel.version).toBe(two);
    expect((await talk.say("yes")).kind).toBe("PROMOTED");
  });

  it("is the plan by its digest, where that is said; and takes nothing that its schema does not have", async () => {
    const version = await trainTitanic(product, { seed: 13 });
    const talk = conversationOf(product);
    const asked = await talk.say(`promote version ${version} of titanic`);
    const { id, schema } = asked.pending;
    expect(await talk.answer(id, { confirm: true, foo: 1 })).toMatchObject({ code: "INVALID_INPUT" });
    expect(await talk.answer(id, { confirm: true, digest: "another" })).toMatchObject({ code: "CONFLICT" });
    expect((await talk.answer(id, { confirm: true, digest: schema.properties.digest.const })).kind).toBe("PROMOTED");
  });

  it("executes once when the button is pressed twice at the same time", async () => {
    const version = await trainTitanic(product, { seed: 11 });
    const talk = conversationOf(product);
    const asked = await talk.say(`promote version ${version} of titanic`);
    const answers = await Promise.all([
      talk.answer(asked.pending.id, { confirm: true }),
      talk.answer(asked.pending.id, { confirm: true }),
    ]);
    expect(answers.map((each) => each.kind ?? each.code).sort()).toEqual(["CONFLICT", "PROMOTED"]);
    const log = await product.graphql(`{ auditLog(subject: "titanic/${version}") { nodes { action outcome } } }`);
    expect(
      log.data?.auditLog.nodes.filter((event: any) => event.action === "promoteVersion" && event.outcome === "DONE"),
    ).toHaveLength(1);
  });
});

describe("turns", () => {
  it("answers the same for the same turn id", async () => {
    const talk = conversationOf(product);
    const turnId = crypto.randomUUID();
    const [first, second] = await Promise.all([
      talk.say("what models are available?", turnId),
      talk.say("what models are available?", turnId),
    ]);
    expect(second).toEqual(first);
  });

  it("serves two messages sent at once one after the other", async () => {
    const talk = conversationOf(product);
    const turns = await Promise.all([talk.say("help"), talk.say("what models are available?")]);
    expect(turns.map((turn) => turn.kind).sort()).toEqual(["HELP", "LIST_MODELS"]);
    const events = await product.subscribe(
      "subscription C($threadId: ID!) { chatReply(threadId: $threadId) { seq turnId type } }",
      { threadId: talk.threadId },
      (() => {
        let completed = 0;
        return (event: any) => event.type === "TURN_COMPLETED" && ++completed === 2;
      })(),
    );
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const order = events.map((event) => event.turnId);
    expect(new Set(order.slice(0, order.lastIndexOf(order[0]) + 1)).size).toBe(1);
  });
});

it("makes one turn of twins that name no thread", async () => {
  const input = { turnId: crypto.randomUUID(), message: "what models are available?" };
  const answers = await Promise.all(Array.from({ length: 5 }, () => product.graphql(chatMutation, { input })));
  expect(new Set(answers.map((answer) => answer.data?.chat.threadId)).size).toBe(1);
});

describe("what one reply says", () => {
  it("is about the training, on one card, when a promotion is asked for with it", async () => {
    const idle = await startProduct({ worker: false });
    const turn = await conversationOf(idle).say("train titanic with 30% held out, then promote it");
    await idle.stop();
    expect(turn.kind).toBe("TRAINING_STARTED");
    expect(turn.cards.map((card: any) => card.__typename)).toEqual(["TrainingCard"]);
    expect(turn.content).toContain("When it has finished, I’ll show what promoting it would change");
  });

  it("is about the same versions when the comparison goes on", async () => {
    const versions: number[] = [];
    for (const seed of [31, 32, 33, 34]) versions.push(await trainTitanic(product, { seed }));
    const [first, second, , last] = versions;
    const talk = conversationOf(product);
    const compared = await talk.say(`compare titanic versions ${first} and ${second}`);
    expect(compared.kind).toBe("COMPARE_VERSIONS");
    const again = await talk.say("which is better?");
    expect(again.content).toBe(compared.content);
    expect((await talk.say("compare titanic versions")).content).toContain(`version ${last} `);
  });
});

it("finds models by a part of their name, and takes no wildcard for one", async () => {
  const found = async (search: string) =>
    (await product.graphql("query M($search: String) { models(search: $search) { totalCount } }", { search })).data
      ?.models.totalCount;
  expect([await found("TITAN"), await found("%"), await found("t_tanic"), await found("\\")]).toEqual([1, 0, 0, 0]);
});

it("lists the runs of a removed model by its name too", async () => {
  const runs = async (model: string | null) =>
    (await product.graphql("query R($model: String) { trainingRuns(model: $model) { totalCount } }", { model })).data
      ?.trainingRuns.totalCount;
  const all = await runs(null);
  await product.graphql(
    'mutation { removeModel(name: "titanic", confirmName: "titanic", inProduction: true) { __typename } }',
  );
  expect([await runs("titanic"), await runs("penguins")]).toEqual([all, 0]);
});

describe("a rollback to a version that is named", () => {
  it("goes back to that one, not to the one before; and offers to promote one that never was in production", async () => {
    const versions: number[] = [];
    for (const seed of [21, 22, 23, 24]) versions.push(await trainTitanic(product, { seed }));
    const [first = 0, second = 0, third = 0, never = 0] = versions;
    for (const version of [first, second, third])
      await product.graphql(
        'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
        { version },
      );
    const talk = conversationOf(product);
    const asked = await talk.say(`roll back titanic to version ${first}`);
    expect(asked.content).toContain(`Roll \`titanic\` back to version ${first}?`);
    await talk.say("no");
    const away = await talk.say(`roll back version ${third} of titanic`);
    expect(away.content).toContain(`Roll \`titanic\` back to version ${second}?`);
    await talk.say("no");
    const refused = await talk.say(`roll back titanic to version ${never}`);
    expect(refused).toMatchObject({ kind: "ERROR", pending: null });
    expect(refused.content).toContain("was never in production");
    expect(refused.suggestions[0]).toBe(`Promote version ${never} of titanic`);
  });
});
