import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../testing/product.ts";

let product: Product;
let database: pg.Client;
beforeAll(async () => {
  product = await startProduct();
  database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await product.stop();
});

test("a database without room is told as such, and serves again when there is room", async () => {
  await database.query(`
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON training_run EXECUTE FUNCTION no_room()`);
  const { data, errors } = await product.graphql(
    'mutation { trainModel(input: { model: "titanic" }) { ... on Error { message } } }',
  );
  expect({ data, errors }).toMatchObject({
    data: null,
    errors: [
      { message: expect.stringMatching(/^The disk of the database is full/), extensions: { code: "UNAVAILABLE" } },
    ],
  });
  await database.query("DROP TRIGGER no_room ON training_run");
  expect(await trainTitanic(product)).toBe(1);
});

test("a turn that finds no room is served when there is some, and its sender is answered", async () => {
  await database.query(`
    CREATE SEQUENCE refusals;
    CREATE FUNCTION no_room_left() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM nextval('refusals'); RAISE disk_full; END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON chat_event EXECUTE FUNCTION no_room_left()`);
  const asked = product.graphql(
    'mutation { chat(input: { message: "help" }) { ... on ChatTurn { status content } ... on Error { message } } }',
  );
  await expect.poll(async () => (await database.query("SELECT is_called FROM refusals")).rows[0].is_called).toBe(true);
  await database.query("DROP TRIGGER no_room ON chat_event");
  expect((await asked).data?.chat).toMatchObject({ status: "COMPLETED", content: expect.stringContaining("train") });
});
