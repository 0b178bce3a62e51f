import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import type { Environment } from "../environment.ts";
import { ConfigurationError } from "../platform/errors.ts";

/** @returns the port. @throws {ConfigurationError} saying what a person must change when the server can't listen there */
export async function listen(
  server: Server,
  { host, port }: Pick<Environment["server"], "host" | "port">,
  names = { host: "HOST", port: "PORT" },
): Promise<number> {
  server.listen(port, host);
  await once(server, "listening").catch((error: unknown) => {
    throw unusableAddress(error, { host, port, names });
  });
  return (server.address() as AddressInfo).port;
}

/** How this process reaches itself: one that listens everywhere is also on the loopback. */
export function ownUrl(host: string, port: number): string {
  const name = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}

/** What a person must change; any other error as it is. */
function unusableAddress(
  error: unknown,
  { host, port, names }: { host: string; port: number; names: { host: string; port: string } },
): unknown {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new ConfigurationError(
        `${names.host} must be an address of this machine, not "${host}". Correct it and start again.`,
      );
    case "EACCES":
      return new ConfigurationError(
        `${names.port} ${port} is not for this user to listen on. Set ${names.port} to another, 1024 or above.`,
      );
    default:
      return error;
  }
}
