import { afterEach, beforeEach, expect, test } from "vitest";
import { embeddedRegistry, type Registry } from "../models/registry/registry.ts";
import { RegistryAwayError } from "../models/registry/registry-away-error.ts";
import { openTrainingSetup, type TrainingSetup } from "./testing/training-setup.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const patience = { firstMs: 1, mostMs: 1, withinMs: 60_000 };
const waits = "The registry's server does not answer: what was trained waits for it, an hour at most";
const isWaiting = ({ message }: { message: string }) => message === waits;

/** A registry whose server is away until it is said to be back. */
function awayAt(step: "keepTraining" | "register"): { registry: Registry; asked: () => number; comeBack(): void } {
  let away = true;
  let asked = 0;
  const reach = () => {
    asked += 1;
    if (away) throw new RegistryAwayError("away");
  };
  return {
    registry: {
      ...embeddedRegistry,
      async [step]() {
        reach();
        return null;
      },
    },
    asked: () => asked,
    comeBack() {
      away = false;
    },
  };
}

test.each(["keepTraining", "register"] as const)(
  "what was trained waits while the registry's server is away (%s), and is registered once it is back",
  async (step) => {
    const { registry, asked, comeBack } = awayAt(step);
    const runId = await setup.train();
    setup.startWorker({ registry, patience });
    await setup.eventsUntil(runId, isWaiting);
    expect(await setup.database.modelVersion.count()).toBe(0);
    comeBack();
    const events = await setup.ended(runId);
    expect(events.slice(-2).map(({ message }) => message)).toEqual([waits, "Registered as a candidate"]);
    expect(asked()).toBeGreaterThan(1);
    expect(await setup.run(runId)).toMatchObject({ status: "SUCCEEDED", attempt: 1 });
    expect(await setup.database.modelVersion.count()).toBe(1);
  },
);

test("a server that stays away fails the training in the end, with what it said", async () => {
  const { registry } = awayAt("keepTraining");
  const runId = await setup.train();
  setup.startWorker({ registry, patience: { ...patience, withinMs: 5 } });
  const events = await setup.ended(runId);
  expect(events.filter(isWaiting)).toHaveLength(1);
  expect(await setup.run(runId)).toMatchObject({ status: "FAILED", error: "away" });
});

test("a worker that is stopped while it waits hands the run back, and nothing is lost", async () => {
  const { registry, comeBack } = awayAt("keepTraining");
  const runId = await setup.train();
  const first = setup.startWorker({ registry, patience: { ...patience, firstMs: 3_600_000, mostMs: 3_600_000 } });
  await setup.eventsUntil(runId, isWaiting);
  await first.stop();
  expect(await setup.run(runId)).toMatchObject({ status: "QUEUED" });
  comeBack();
  setup.startWorker({ registry, patience });
  await setup.ended(runId);
  expect(await setup.run(runId)).toMatchObject({ status: "SUCCEEDED" });
});
