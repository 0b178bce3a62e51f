import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeAuditLog } from "../../scripts/bench/scale/audit-log.ts";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { localOwner } from "../identity/actor.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { appendAudit } from "./append-audit.ts";
import { type AuditFilter, auditFilter, auditOrder, behindEvent, countAudit } from "./audit-filter.ts";

/** A minute each: two days, and a part of a third. */
const count = 3_500;
const at = (day: number, time: string) => new Date(`2024-01-0${day}T${time}Z`);
let database: Database;
let client: Client;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  database = openDatabase({ url });
  client = new Client({ connectionString: url });
  await client.connect();
  await writeAuditLog(client, count, (event) => `model-${event % 7}`, new AbortController().signal);
});
afterAll(async () => {
  await client.end();
  await database.$disconnect();
});

const filters: [string, AuditFilter][] = [
  ["of all", {}],
  ["of a kind of act", { action: "promoteVersion" }],
  ["of what was refused", { outcome: "REFUSED" }],
  ["of a kind of act that was refused", { action: "archiveVersion", outcome: "REFUSED" }],
  ["of what there is none of", { action: "removeModel" }],
  ["of a person by name", { actor: "local owner" }],
  ["of nobody", { actor: "nobody" }],
  ["of a subject", { subject: "model-3", outcome: "DONE" }],
  ["of a version", { subject: "model-3/4" }],
  ["since a moment", { since: at(1, "10:30:00") }],
  ["since midnight", { since: at(2, "00:00:00") }],
  ["until a moment", { until: at(2, "10:30:30"), outcome: "DONE" }],
  ["until midnight", { until: at(3, "00:00:00") }],
  ["between moments of three days", { since: at(1, "23:59:00"), until: at(3, "00:00:01"), action: "trainModel" }],
  ["between moments of two days", { since: at(1, "23:59:00"), until: at(2, "00:00:01") }],
  ["between moments of a day", { since: at(2, "03:00:00"), until: at(2, "04:00:00") }],
  ["of a whole day", { since: at(2, "00:00:00"), until: at(3, "00:00:00") }],
  ["of no time at all", { since: at(2, "04:00:00"), until: at(2, "03:00:00") }],
];

describe.each(filters)("%s", (_name, filter) => {
  test("the events are counted as a walk of the log counts them", async () => {
    const walked = await database.auditEvent.findMany({ where: auditFilter(filter), select: { seq: true } });
    expect(await countAudit(database, filter)).toBe(walked.length);
  });

  test("pages that go on behind one another are the whole list, the newest first", async () => {
    const where = auditFilter(filter);
    const all = await database.auditEvent.findMany({ where, orderBy: { seq: "desc" }, select: { id: true } });
    const seen: { id: string }[] = [];
    for (let more = true; more; ) {
      const last = seen.at(-1);
      const behind = last ? await behindEvent(database, last.id, filter) : {};
      const page = await database.auditEvent.findMany({
        where: { AND: [where, behind ?? {}] },
        orderBy: auditOrder(filter),
        take: 701,
        select: { id: true },
      });
      seen.push(...page);
      more = page.length === 701;
    }
    expect(seen).toEqual(all);
  });
});

test("what is appended is counted, and is never before what is there already", async () => {
  const before = await countAudit(database, { action: "deleteTag" });
  // As if by a machine whose clock is ahead.
  await client.query(
    `INSERT INTO audit_event SELECT (jsonb_populate_record(a,
       jsonb_build_object('seq', seq + 1, 'id', gen_random_uuid(), 'at', now() + interval '1 hour'))).*
     FROM audit_event a ORDER BY seq DESC LIMIT 1`,
  );
  await database.$transaction((tx) =>
    appendAudit(tx, {
      actor: localOwner,
      cause: { requestId: "a request" },
      action: "deleteTag",
      outcome: "REFUSED",
      subject: "model-1",
      summary: "Refused.",
      details: { code: "NOT_FOUND", reason: "There is none.", input: {} },
      before: null,
      after: null,
    }),
  );
  const [newest, ahead] = await database.auditEvent.findMany({ orderBy: { seq: "desc" }, take: 2 });
  expect(newest?.at).toEqual(ahead?.at);
  expect(await countAudit(database, { action: "deleteTag" })).toBe(before + 1);
});
