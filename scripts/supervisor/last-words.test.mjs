import { expect, test } from "vitest";
import { lastWords } from "./last-words.mjs";

const prisma = {
  type: "PrismaClientKnownRequestError",
  message:
    "\nInvalid `database.turn.findMany()` invocation in\n/app/api/chat/turns.ts:1:2\n\n  1 code\n\nCan't reach database server at 127.0.0.1:5432",
  stack: "PrismaClientKnownRequestError: …\n    at turns.ts:1:2",
};

/** @param {boolean} [verbose] */
function listen(verbose = false) {
  /** @type {string[]} */
  const shown = [];
  let time = 0;
  const words = lastWords({ role: "api", show: (line) => shown.push(line), verbose, now: () => time });
  return {
    ...words,
    shown,
    /** @param {number} ms */
    pass(ms) {
      time += ms;
    },
    /**
     * @param {number} level
     * @param {string} msg
     * @param {object} [err]
     */
    log: (level, msg, err) => words.take(JSON.stringify({ level, msg, err }), "stderr"),
  };
}

test("the terminal gets trouble in a line each, and once, however many requests meet it", () => {
  const { log, shown, pass } = listen();
  log(30, "ready");
  for (let n = 0; n < 50; n += 1) log(50, "the turn failed", prisma);
  log(40, "not ready", { type: "Error", message: "no" });
  expect(shown).toEqual([
    "[api] error: the turn failed (Can't reach database server at 127.0.0.1:5432)",
    "[api] warning: not ready (no)",
  ]);
  pass(10_000);
  log(50, "the turn failed", prisma);
  expect(shown).toHaveLength(3);
});

test("a death is explained by what was said just before it, not by what was long ago or went well", () => {
  const { log, take, tail, unseen, pass } = listen();
  log(50, "an old trouble", prisma);
  take("Error: an old one\n    at somewhere", "stderr");
  pass(5000);
  take("✓ Running next.config.ts", "stdout");
  expect([tail(), unseen()]).toEqual(["", ""]);

  take("FATAL ERROR: JavaScript heap out of memory", "stderr");
  log(60, "an error nobody caught", prisma);
  expect(tail()).toBe(
    `FATAL ERROR: JavaScript heap out of memory\n[api] fatal: an error nobody caught\n${prisma.stack}`,
  );
  expect(unseen()).toBe("FATAL ERROR: JavaScript heap out of memory");
});

test("in development all that is no log line is shown", () => {
  const { log, take, shown } = listen(true);
  take("✓ Running next.config.ts", "stdout");
  log(30, "ready");
  expect(shown).toEqual(["✓ Running next.config.ts"]);
});

test("a mistake in the code is told with its place", () => {
  const { log, shown } = listen();
  const stack =
    "/app/api/agent/intents/help.ts:2\nexport const a = ;\n                 ^\n\nSyntaxError: Expression expected\n    at x";
  log(60, "the start failed", { type: "SyntaxError", message: "Expression expected", stack });
  const met =
    "ReferenceError: x is not defined\n    at file:///app/api/main.ts:7:3\n    at file:///app/api/other.ts:1:1";
  log(60, "the start failed", { type: "ReferenceError", message: "x is not defined", stack: met });
  expect(shown).toEqual([
    "[api] fatal: the start failed (/app/api/agent/intents/help.ts:2: Expression expected)",
    "[api] fatal: the start failed (/app/api/main.ts:7: x is not defined)",
  ]);
});
