import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { openLog } from "../../platform/log.ts";
import { createBuiltInInterpreter } from "../built-in/index.ts";
import { type CircuitBreaker, createCircuitBreaker, type Settle } from "./circuit-breaker.ts";
import { createLanguageModelInterpreter } from "./create-language-model-interpreter.ts";
import { trained } from "./testing/contexts.ts";
import { type Behaviour, type LoopbackServer, startLoopbackServer } from "./testing/loopback-server.ts";
import { feature, requestOf } from "./testing/proposals.ts";

const coolDownMs = 30_000;
let time: number;
let breaker: CircuitBreaker;
beforeEach(() => {
  time = 1_000;
  breaker = createCircuitBreaker({ mostUnanswered: 3, coolDownMs, now: () => time });
});

function entered(): Settle {
  const settle = breaker.enter();
  if (!settle) throw new Error("the circuit is open");
  return settle;
}
const fail = (times: number) => {
  for (let index = 0; index < times; index += 1) entered()("UNANSWERED");
};

describe("a closed circuit", () => {
  it("opens after so many calls without an answer", () => {
    fail(2);
    expect(breaker.enter()).not.toBeNull();
    fail(1);
    expect(breaker.enter()).toBeNull();
  });

  it("counts those in a row alone", () => {
    for (let round = 0; round < 10; round += 1) {
      fail(2);
      entered()("ANSWERED");
    }
    expect(breaker.enter()).not.toBeNull();
  });

  it("opens by calls that run at the same time", () => {
    const calls = Array.from({ length: 20 }, entered);
    for (const settle of calls.slice(0, 3)) settle("UNANSWERED");
    expect(breaker.enter()).toBeNull();
  });

  it("takes the first result of a call alone", () => {
    const settle = entered();
    for (let index = 0; index < 5; index += 1) settle("UNANSWERED");
    expect(breaker.enter()).not.toBeNull();
  });

  it("learns nothing from who went away", () => {
    for (let index = 0; index < 5; index += 1) entered()("ABANDONED");
    fail(2);
    entered()("ABANDONED");
    fail(1);
    expect(breaker.enter()).toBeNull();
  });
});

describe("an open circuit", () => {
  beforeEach(() => fail(3));

  it("lets nobody through until it has cooled down, and then one", () => {
    time += coolDownMs - 1;
    expect(breaker.enter()).toBeNull();
    time += 1;
    expect(breaker.enter()).not.toBeNull();
    expect(breaker.enter()).toBeNull();
    time += 10 * coolDownMs;
    expect(breaker.enter()).toBeNull();
  });

  it("closes when the one gets an answer", () => {
    time += coolDownMs;
    entered()("ANSWERED");
    fail(2);
    expect(breaker.enter()).not.toBeNull();
  });

  it("cools down anew when it gets none", () => {
    time += coolDownMs;
    entered()("UNANSWERED");
    time += coolDownMs - 1;
    expect(breaker.enter()).toBeNull();
    time += 1;
    expect(breaker.enter()).not.toBeNull();
  });

  it("lets another try when the one went away", () => {
    time += coolDownMs;
    entered()("ABANDONED");
    expect(breaker.enter()).not.toBeNull();
  });
});

test("calls from before the circuit opened don't keep it open, and an answer to one of them closes it", () => {
  const [late, later, last] = [entered(), entered(), entered()];
  fail(3);
  time += coolDownMs - 1;
  late("UNANSWERED");
  time += 1;
  const probe = entered();
  later("UNANSWERED");
  later("ANSWERED");
  expect(breaker.enter()).toBeNull();
  last("ANSWERED");
  expect(breaker.enter()).not.toBeNull();
  // The one that tried is no longer it: its failure is one of a closed circuit.
  probe("UNANSWERED");
  expect(breaker.enter()).not.toBeNull();
});

describe("a language model", () => {
  const message = "a boy in first class";
  const good: Behaviour = {
    kind: "ANSWER",
    proposal: requestOf("PREDICT", message, { features: [feature("sex", "male", "boy")] }),
  };
  let server: LoopbackServer;
  let behaviour: Behaviour;
  beforeEach(async () => {
    behaviour = good;
    server = await startLoopbackServer(() => behaviour);
  });
  afterEach(() => server[Symbol.asyncDispose]());

  const interpreter = (timeoutMs: number) =>
    createLanguageModelInterpreter(
      "OPENAI_COMPATIBLE",
      { provider: "OPENAI_COMPATIBLE", model: "loopback", url: server.url, timeoutMs },
      createBuiltInInterpreter(),
      openLog("silent", "test"),
      breaker,
    );

  it("that hangs is not waited for by every message, and is asked again when it has cooled down", async () => {
    // The client is loaded by this one, so that the time-out is the server's.
    expect((await interpreter(20_000).interpret(message, trained)).source).toBe("OPENAI_COMPATIBLE");
    behaviour = { kind: "SILENCE" };
    const hanging = interpreter(300);
    for (let index = 0; index < 3; index += 1) {
      expect((await hanging.interpret(message, trained)).fallback).toMatch(/did not answer in time/);
    }
    const asked = server.received.length;
    const patient = interpreter(600_000);
    const spared = await patient.interpret(message, trained);
    expect(spared).toMatchObject({ source: "BUILT_IN", fallback: expect.stringMatching(/left alone for a moment/) });
    expect(server.received).toHaveLength(asked);

    time += coolDownMs;
    behaviour = good;
    expect((await patient.interpret(message, trained)).source).toBe("OPENAI_COMPATIBLE");
    expect(server.received).toHaveLength(asked + 1);
  });

  it.each<[string, Behaviour]>([
    ["refuses the credentials", { kind: "STATUS", status: 401 }],
    ["takes no more requests", { kind: "STATUS", status: 429, retryAfter: "3600" }],
  ])("that %s is left alone too", async (_name, refusing) => {
    behaviour = refusing;
    for (let index = 0; index < 3; index += 1) await interpreter(20_000).interpret(message, trained);
    const asked = server.received.length;
    expect((await interpreter(20_000).interpret(message, trained)).fallback).toMatch(/left alone/);
    expect(server.received).toHaveLength(asked);
  });

  it("that answers badly is asked all the same: it is there", async () => {
    behaviour = { kind: "ANSWER", proposal: { act: "EXECUTE" } };
    for (let index = 0; index < 5; index += 1) {
      expect((await interpreter(20_000).interpret(message, trained)).fallback).toMatch(/in the form/);
    }
  });

  it("is not judged by who went away", async () => {
    const caller = new AbortController();
    caller.abort(new Error("gone"));
    for (let index = 0; index < 5; index += 1) {
      await expect(interpreter(20_000).interpret(message, trained, caller.signal)).rejects.toThrow("gone");
    }
    expect((await interpreter(20_000).interpret(message, trained)).source).toBe("OPENAI_COMPATIBLE");
  });
});
