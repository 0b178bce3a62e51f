import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { type Actor, localOwner } from "../identity/actor.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { mostWaitingOfOne, openTurn } from "./turns.ts";

let database: Database;
beforeAll(async () => {
  database = openDatabase({ url: (await createTestDatabase()).url });
});
afterAll(() => database.$disconnect());

const actor = (id: string): Actor => ({ ...localOwner, id });
const say = (who: Actor) => openTurn(database, { message: "help", actor: who, requestId: "test" });

test("one person's messages wait in all of their conversations only so many at once; another's are taken", async () => {
  const ann = actor("u-ann");
  for (let said = 0; said < mostWaitingOfOne; said += 1) await say(ann);
  await expect(say(ann)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", message: expect.stringContaining("of your") });
  await expect(say(actor("u-bob"))).resolves.toMatchObject({ actorId: "u-bob" });
  const [oldest] = await database.turn.findMany({ where: { actorId: ann.id }, take: 1 });
  await database.turn.update({ where: { id: oldest?.id ?? randomUUID() }, data: { status: "COMPLETED" } });
  await expect(say(ann)).resolves.toMatchObject({ status: "QUEUED" });
});

test("where nobody signs in there is one person, whose conversations are each held to their own", async () => {
  for (let said = 0; said <= mostWaitingOfOne; said += 1) await say(localOwner);
});
