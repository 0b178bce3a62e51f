import { afterEach, expect, test } from "vitest";
import { openLog } from "./log.ts";
import { noteLogIds, withLogIds } from "./log-ids.ts";

let lines: Record<string, unknown>[] = [];
const log = openLog("info", "test", { write: (line) => void lines.push(JSON.parse(line)) });
afterEach(() => {
  lines = [];
});

test("a line has the ids of the work in which it was logged, however deep, and of no other work", async () => {
  await Promise.all(
    ["a", "b"].map((requestId) =>
      withLogIds({ requestId }, async () => {
        await Promise.resolve();
        withLogIds({ runId: `run of ${requestId}` }, () => log.info("inner"));
        noteLogIds({ threadId: `thread of ${requestId}` });
        await Promise.resolve();
        log.info("outer");
      }),
    ),
  );
  log.info("outside");
  const ids = lines.map(({ requestId, runId, threadId, msg }) => [msg, requestId, runId, threadId]);
  expect(ids.toSorted()).toEqual(
    [
      ["inner", "a", "run of a", undefined],
      ["inner", "b", "run of b", undefined],
      ["outer", "a", undefined, "thread of a"],
      ["outer", "b", undefined, "thread of b"],
      ["outside", undefined, undefined, undefined],
    ].toSorted(),
  );
});

test("an id stands once in a line: a child logger's own goes first", () => {
  const raw: string[] = [];
  const own = openLog("info", "test", { write: (line) => void raw.push(line) }).child({ requestId: "of the turn" });
  withLogIds({ requestId: "of the request", threadId: "t" }, () => own.info("served"));
  expect(raw[0]?.match(/"requestId"/g)).toHaveLength(1);
  expect(JSON.parse(raw[0] ?? "")).toMatchObject({ requestId: "of the turn", threadId: "t" });
});
