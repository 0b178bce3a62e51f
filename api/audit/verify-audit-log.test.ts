import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { writeAuditLog } from "../../scripts/bench/scale/audit-log.ts";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import type { Scope } from "../actions/define-action.ts";
import { canonicalJson } from "../platform/canonical-json.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { appendAudit } from "./append-audit.ts";
import { canonicalParsed } from "./canonical-parsed.ts";
import { hashEvent } from "./chain.ts";
import { type AuditVerification, verifyAuditLog } from "./verify-audit-log.ts";

/** Few are walked here, many by threads. */
const [few, many] = [2_500, 12_345];

describe.each([few, many])("a log of %d events", (count) => {
  let database: Database;
  let client: Client;
  beforeAll(async () => {
    const { url } = await createTestDatabase();
    database = openDatabase({ url });
    client = new Client({ connectionString: url });
    await client.connect();
    await client.query('ALTER TABLE audit_event DISABLE TRIGGER "audit_event_append_only"');
    await writeAuditLog(client, count, (event) => `model-${event % 7}`, new AbortController().signal);
    await client.query("CREATE TABLE kept AS SELECT * FROM audit_event");
  });
  beforeEach(async () => {
    await client.query("DELETE FROM audit_event");
    await client.query("INSERT INTO audit_event SELECT * FROM kept");
  });
  afterAll(async () => {
    await client.end();
    await database.$disconnect();
  });

  const verify = (): Promise<AuditVerification> => verifyAuditLog.read({ services: { database } } as Scope, {});
  const hashOf = async (seq: number) =>
    (await database.auditEvent.findUniqueOrThrow({ where: { seq: BigInt(seq) } })).hash;

  test("that is whole is found to be, with its head", async () => {
    expect(await verify()).toEqual({
      valid: true,
      checked: count,
      brokenAt: null,
      reason: null,
      headHash: await hashOf(count),
    });
  });

  const middle = Math.floor(count * 0.7);
  test.each([
    ["a summary", "UPDATE audit_event SET summary = summary || ' '"],
    ["a detail", `UPDATE audit_event SET details = details || '{"seed": 1e3}'`],
    ["a moment by a millisecond", "UPDATE audit_event SET at = at + interval '1 millisecond'"],
    ["a message that was none", "UPDATE audit_event SET message = coalesce(message, '') || E'\\u001d'"],
    ["an empty message", "UPDATE audit_event SET message = CASE WHEN message IS NULL THEN '' END"],
    ["a mark between columns", "UPDATE audit_event SET subject = subject || E'\\u001f', summary = substr(summary, 2)"],
    ["a mark between events", "UPDATE audit_event SET summary = E'\\u001e' || summary"],
    ["a version", "UPDATE audit_event SET version = NULL"],
    ["the state before", `UPDATE audit_event SET before = '{"a": [null]}'`],
  ])("shows that %s was changed", async (_what, update) => {
    for (const seq of count === few ? [1, 2_000, 2_001, count] : [middle]) {
      await client.query(`${update} WHERE seq = ${seq}`);
      expect(await verify()).toEqual({
        valid: false,
        checked: seq,
        brokenAt: seq,
        reason: `Event ${seq} was changed after it was written.`,
        headHash: seq === 1 ? "0".repeat(64) : await hashOf(seq - 1),
      });
      await client.query(`UPDATE audit_event a SET (summary, details, at, message, subject, version, before) =
        (k.summary, k.details, k.at, k.message, k.subject, k.version, k.before) FROM kept k WHERE k.seq = a.seq AND a.seq = ${seq}`);
    }
    expect(await verify()).toMatchObject({ valid: true });
  });

  test.each(count === few ? [2, 2_000, 2_001] : [middle])("shows that event %d is missing", async (seq) => {
    await client.query(`DELETE FROM audit_event WHERE seq = ${seq}`);
    expect(await verify()).toMatchObject({
      valid: false,
      checked: seq,
      brokenAt: seq + 1,
      reason: `Event ${seq} is missing.`,
      headHash: await hashOf(seq - 1),
    });
  });

  test("shows that a whole page is missing, and that one was put in another's place", async () => {
    await client.query("DELETE FROM audit_event WHERE seq <= 2000");
    expect(await verify()).toMatchObject({ valid: false, checked: 1, reason: "Event 1 is missing." });
    await client.query("INSERT INTO audit_event SELECT * FROM kept WHERE seq <= 2000");
    const event = await database.auditEvent.findUniqueOrThrow({ where: { seq: 2_001n } });
    const other = { ...event, previousHash: "f".repeat(64) };
    await client.query("UPDATE audit_event SET previous_hash = $1, hash = $2 WHERE seq = 2001", [
      other.previousHash,
      hashEvent(other),
    ]);
    expect(await verify()).toMatchObject({
      valid: false,
      brokenAt: 2_001,
      reason: "Event 2001 does not follow the one before it.",
    });
  });

  test("of whatever people write is whole, marks and all", async () => {
    const hostile = 'a\u001fb\u001ec\u001d+"\\\n\r\t\u2028é𝒳</script>';
    for (const summary of [hostile, "\u001e", "\u001f".repeat(18), ""]) {
      await database.$transaction((tx) =>
        appendAudit(tx, {
          action: "renameThread",
          outcome: "REFUSED",
          actor: { id: hostile, name: hostile },
          subject: summary,
          summary,
          details: {
            code: hostile,
            reason: "",
            input: { "10": 1, "9": { z: 1e-7, a: [1.5, -0, 1e21] }, [hostile]: null, A: "" },
          },
          before: hostile,
          after: { "\u001f": [] },
          cause: { requestId: hostile, message: summary },
        }),
      );
    }
    expect(await verify()).toMatchObject({ valid: true, checked: count + 4 });
  });
});

test("an empty log is whole", async () => {
  const database = openDatabase({ url: (await createTestDatabase()).url });
  expect(await verifyAuditLog.read({ services: { database } } as Scope, {})).toEqual({
    valid: true,
    checked: 0,
    brokenAt: null,
    reason: null,
    headHash: "0".repeat(64),
  });
  await database.$disconnect();
});

/** Any JSON there is, by a generator of numbers from 0 to 1. */
function anyJson(random: () => number, depth = 0): unknown {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const text = () =>
    pick([
      "",
      "a",
      "b",
      "Z",
      "é",
      "𝒳",
      "\u001f",
      '"\\',
      "10",
      "9",
      "007",
      "4294967294",
      "4294967295",
      "-1",
      "__proto__",
      "\u2028",
    ]);
  const kind = random();
  if (depth > 4 || kind < 0.5) {
    return pick([null, true, false, 0, -1, 1.5, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, 0.1 + 0.2, text()]);
  }
  const items = Array.from({ length: Math.floor(random() * 6) }, () => anyJson(random, depth + 1));
  return kind < 0.7 ? items : Object.fromEntries(items.map((item) => [text() + pick(["", text()]), item]));
}

test("the quick canonical text is the canonical text, of whatever JSON there is", () => {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let round = 0; round < 20_000; round += 1) {
    const parsed = JSON.parse(JSON.stringify(anyJson(random)));
    expect(canonicalParsed(parsed)).toBe(canonicalJson(parsed));
  }
});
