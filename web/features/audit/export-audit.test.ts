import { expect, test } from "vitest";
import { auditFile, type ReadPage } from "./export-audit.ts";

const event = (seq: number) => ({
  seq,
  id: `id-${seq}`,
  at: "2026-11-27T10:00:00.000Z",
  actor: { id: "local-owner", name: "local owner" },
  action: "promoteVersion",
  outcome: "DONE" as const,
  subject: "titanic",
  version: 1,
  summary: "Promoted",
  message: "=cmd",
  answer: "yes",
  threadId: null,
  turnId: null,
  requestId: "r",
  details: { planDigest: "d1" },
  before: { stage: "CANDIDATE" },
  after: { stage: "PRODUCTION" },
  previousHash: "p",
  hash: "h",
});

/** Pages of two of five events; counts how many were read. */
function log(): { read: ReadPage; asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    read: async (variables) => {
      asked.push(variables);
      const from = Number(variables.after ?? 0);
      const nodes = [5, 4, 3, 2, 1].slice(from, from + 2).map(event);
      return { nodes, totalCount: 5, pageInfo: { hasNextPage: from + 2 < 5, endCursor: String(from + 2) } };
    },
  };
}

async function textOf(format: "csv" | "json", read: ReadPage): Promise<string> {
  let text = "";
  for await (const part of auditFile(format, { subject: "titanic" }, read)) text += part;
  return text;
}

test("JSON: every event that matches, in one array, page by page with the filter", async () => {
  const { read, asked } = log();
  const events: { seq: number }[] = JSON.parse(await textOf("json", read));
  expect(events.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
  expect(events[0]).toEqual(event(5));
  expect(asked).toEqual([null, "2", "4"].map((after) => ({ subject: "titanic", after })));
});

test("CSV: a head, a line an event, the plan's digest in a column; what looks like a formula is none", async () => {
  const lines = (await textOf("csv", log().read)).trimEnd().split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toContain('"plan_digest"');
  expect(lines[1]).toContain('"d1"');
  expect(lines[1]).toContain(`"'=cmd"`);
});

test("a page is read only when the one before it was taken; an empty log is an empty file", async () => {
  const { read, asked } = log();
  const parts = auditFile("csv", {}, read);
  await parts.next();
  await parts.next();
  expect(asked).toHaveLength(1);
  await parts.return(undefined);
  const empty: ReadPage = async () => ({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
  expect(JSON.parse(await textOf("json", empty))).toEqual([]);
});
