import { createServer } from "node:net";
import { SetupError } from "../setup/errors.mjs";

/** What a browser on this machine reaches under `localhost`. */
const LOCAL = new Set(["127.0.0.1", "localhost", "0.0.0.0", "::"]);

/**
 * Where the service is to listen, by the variables HOST and PORT.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ host: string, wished: number }>}
 * @throws {SetupError} when the port is none, or the host is no address of this machine
 */
export async function wishedAddress(env) {
  const wished = wishedPort(env.PORT);
  const host = env.HOST || "127.0.0.1";
  if ((await tryPort(0, host)) !== "free")
    throw new SetupError(`HOST must be an address of this machine, not "${host}". Correct it and start again.`);
  return { host, wished };
}

/**
 * The address to open in a browser.
 * @param {string} host that is listened on
 * @param {number} port
 */
export function originOf(host, port) {
  if (LOCAL.has(host)) return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * The first free port from the wished one on. Both loopback families are asked: `localhost` may mean either.
 * @param {number} wished 0 for any
 * @param {string} host
 * @throws {SetupError} when a hundred ports in a row are taken
 */
export async function freePort(wished, host) {
  if (wished === 0) return anyFreePort(host);
  for (let port = wished; port < Math.min(wished + 100, 65536); port++) {
    if ((await tryPort(port, host)) === "free" && (await tryPort(port, "::1")) !== "taken") return port;
  }
  throw new SetupError(`No free port from ${wished} on. Set PORT to another one.`);
}

/** @param {string} [host] */
export function anyFreePort(host = "127.0.0.1") {
  return new Promise((/** @type {(port: number) => void} */ resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** What listening fails with where there is no such address, or no such family of addresses. */
const NO_ADDRESS = new Set(["EADDRNOTAVAIL", "EAFNOSUPPORT", "ENOTFOUND", "EAI_AGAIN"]);

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<"free" | "taken" | "no address">}
 */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(NO_ADDRESS.has(error.code ?? "") ? "no address" : "taken"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve("free")));
  });
}

/**
 * @param {string | undefined} value of the variable PORT
 * @throws {SetupError} when it is no port
 */
function wishedPort(value) {
  if (value === undefined || value === "") return 4000;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new SetupError(`PORT must be a whole number from 0 to 65535, not "${value}".`);
}
