import { afterEach, describe, expect, it } from "vitest";
import { conversationOf, type Product, runEvents, startProduct } from "../testing/product.ts";

const running: Product[] = [];
afterEach(async () => {
  for (const product of running.splice(0).reverse()) await product.stop();
});
async function started(options: Parameters<typeof startProduct>[0] = {}): Promise<Product> {
  const product = await startProduct(options);
  running.push(product);
  return product;
}

const ask = "train the titanic model with 30% held out and then promote it";
const runOf = (turn: any): string => turn.cards.find((card: any) => card.__typename === "TrainingCard").runId;
const replies = "subscription R($threadId: ID!) { chatReply(threadId: $threadId, after: 0) { turnId type } }";

describe("what is asked for behind a training", () => {
  it("is asked about by itself when the training has ended, and done when confirmed", async () => {
    const product = await started();
    const talk = conversationOf(product);
    const first = await talk.say(ask);
    expect(first.kind).toBe("TRAINING_STARTED");
    expect(first.content).toContain("When it has finished, I’ll show what promoting it would change, and ask you.");
    expect(first.content).not.toContain("say “promote it”");
    const then = `then:${runOf(first)}`;
    await product.subscribe(
      replies,
      { threadId: talk.threadId },
      (event) => event.turnId === then && event.type === "TURN_COMPLETED",
    );
    const done = await talk.say("yes");
    expect(done.kind).toBe("PROMOTED");
    const { data } = await product.graphql("{ activeModel { version } }");
    expect(data?.activeModel).toEqual({ version: 1 });
  });

  it("comes before what is said next, and only a yes to what is shown approves it", async () => {
    const product = await started();
    const talk = conversationOf(product);
    await runEvents(product, runOf(await talk.say(ask)));
    const again = await talk.say("promote it");
    expect(again.kind).toBe("CONFIRMATION_REQUIRED");
    expect((await talk.say("yes")).kind).toBe("PROMOTED");
    expect((await talk.say("yes")).content).toContain("Nothing is waiting");
  });

  it("is asked about when it is said while the training runs, too", async () => {
    const waiting = await started({ worker: false });
    const talk = conversationOf(waiting);
    const runId = runOf(await talk.say("train the titanic model with 30% held out"));
    const told = await talk.say("promote it when it's done");
    expect(told.kind).toBe("TRAINING_STATUS");
    expect(told.content).toContain("When the training has finished, I’ll show what promoting it would change");
    await started({ databaseUrl: waiting.databaseUrl, variables: { MODELWRIGHT_DATA_DIR: waiting.dataDir } });
    await runEvents(waiting, runId);
    expect((await talk.say("yes")).kind).toBe("PROMOTED");
  });

  it("waits while another question is open", async () => {
    const product = await started();
    const talk = conversationOf(product);
    await runEvents(product, runOf(await talk.say(ask)));
    await talk.say("yes");
    const second = await talk.say(ask);
    const asked = await talk.say("a woman in third class");
    expect(asked.kind).toBe("MISSING_INPUTS");
    await runEvents(product, runOf(second));
    const predicted = await talk.say("an adult from Southampton");
    expect(predicted.kind).toBe("PREDICTION");
    expect((await talk.say("yes")).content).toContain("version 2 is in production");
  });
});

describe("what is called off, or can't be any more", () => {
  it("a promotion that is taken back is not asked about", async () => {
    const waiting = await started({ worker: false });
    const talk = conversationOf(waiting);
    const runId = runOf(await talk.say(ask));
    expect((await talk.say("don't promote it after all")).kind).toBe("CANCELLED");
    await started({
      databaseUrl: waiting.databaseUrl,
      variables: { MODELWRIGHT_DATA_DIR: waiting.dataDir },
    });
    await runEvents(waiting, runId);
    expect((await talk.say("yes")).content).toContain("Nothing is waiting");
  });

  it("a training that was cancelled elsewhere is told of, and nothing is promoted", async () => {
    const product = await started({ worker: false });
    const talk = conversationOf(product);
    const runId = runOf(await talk.say(ask));
    await product.graphql("mutation C($id: ID!) { cancelTraining(runId: $id) { __typename } }", { id: runId });
    await talk.say("yes");
    const { data } = await product.graphql(
      "query T($id: ID!) { thread(id: $id) { turns(first: 10) { nodes { message content } } } }",
      {
        id: talk.threadId,
      },
    );
    const told = data?.thread.turns.nodes.find(({ message }: { message: string }) =>
      message.startsWith("After the training"),
    );
    expect(told.content).toContain("The training of `titanic` was cancelled, so there is nothing to go on with.");
  });

  it("is asked about by another process, where the one that heard it is gone", async () => {
    const first = await startProduct({ worker: false });
    const talk = conversationOf(first);
    const runId = runOf(await talk.say(ask));
    const { databaseUrl, dataDir } = first;
    await first.stop();
    const next = await started({ databaseUrl, variables: { MODELWRIGHT_DATA_DIR: dataDir } });
    await runEvents(next, runId);
    expect((await conversationOf(next, talk.threadId).say("yes")).kind).toBe("PROMOTED");
  });
});
