import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on any port of loopback, says which to the starter, and ends with it. */
export async function listen(server: Server): Promise<void> {
  process.on("disconnect", () => process.exit());
  process.on("SIGINT", () => {});
  server.keepAliveTimeout = 20_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  process.send?.({ port: (server.address() as AddressInfo).port });
}
