import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { anyFreePort, freePort, originOf, wishedAddress } from "./ports.mjs";

/** @type {import("node:net").Server[]} */
const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/**
 * @param {number} port
 * @param {string} host
 */
async function occupy(port, host) {
  const server = createServer().listen(port, host);
  servers.push(server);
  await once(server, "listening");
}

test("a free port is given as wished", async () => {
  const port = await anyFreePort();
  expect(await freePort(port, "127.0.0.1")).toBe(port);
});

test.each(["127.0.0.1", "0.0.0.0"])("a port that is taken on %s is passed by", async (host) => {
  const port = await anyFreePort();
  await occupy(port, host);
  expect(await freePort(port, "127.0.0.1")).toBeGreaterThan(port);
});

test("zero stands for any port", async () => {
  expect(await freePort(0, "127.0.0.1")).toBeGreaterThan(0);
});

test.each([
  [undefined, 4000],
  ["", 4000],
  ["0", 0],
  ["8080", 8080],
])("PORT=%s means %s", async (PORT, wished) => {
  expect(await wishedAddress({ PORT })).toEqual({ host: "127.0.0.1", wished });
});

test.each(["-1", "65536", "4000.5", "http"])("PORT=%s is refused", async (PORT) => {
  await expect(wishedAddress({ PORT })).rejects.toThrow(/PORT must be/);
});

test("HOST must be an address of this machine", async () => {
  await expect(wishedAddress({ HOST: "192.0.2.7" })).rejects.toThrow(/^HOST must be .*"192\.0\.2\.7"/);
});

test.each([
  ["127.0.0.1", "http://localhost:4000"],
  ["0.0.0.0", "http://localhost:4000"],
  ["192.168.1.5", "http://192.168.1.5:4000"],
  ["::1", "http://[::1]:4000"],
])("who listens on %s is reached at %s", (host, origin) => {
  expect(originOf(host, 4000)).toBe(origin);
});
