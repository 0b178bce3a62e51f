import { createServer } from "node:net";
import { SetupError } from "../setup/errors.mjs";

/**
 * The first free port from the wished one on. Both loopback families are asked: `localhost` may mean either.
 * @param {number} wished 0 for any
 * @param {string} host
 * @throws {SetupError} when a hundred ports in a row are taken
 */
export async function freePort(wished, host) {
  if (wished === 0) return anyFreePort(host);
  for (let port = wished; port < Math.min(wished + 100, 65536); port++) {
    if ((await isFree(port, host)) && (await isFree(port, "::1"))) return port;
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

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function isFree(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * @param {string | undefined} value of the variable PORT
 * @throws {SetupError} when it is no port
 */
export function wishedPort(value) {
  if (value === undefined || value === "") return 4000;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new SetupError(`PORT must be a whole number from 0 to 65535, not "${value}".`);
}
