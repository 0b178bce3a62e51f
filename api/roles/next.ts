import type { IncomingMessage, RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import type NextServer from "next";

// Next is CommonJS, and its types say otherwise under this module resolution.
const next: typeof NextServer.default = createRequire(import.meta.url)("next");

export interface Web {
  handle: RequestListener;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** The Next.js app, served by this process: in development with reload, else from its build. */
export async function openNext({ dev, port }: { dev: boolean; port: number }): Promise<Web> {
  const app = next({ dev, dir: fileURLToPath(new URL("../../web", import.meta.url)), port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    handle: (request, response) => void handle(request, response),
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    close: () => app.close(),
  };
}
