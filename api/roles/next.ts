import type { IncomingMessage, RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import type NextServer from "next";
import type { AskApi } from "../doors/ask-api.ts";

// Next is CommonJS, and its types say otherwise under this module resolution.
const next: typeof NextServer.default = createRequire(import.meta.url)("next");

export interface Web {
  handle: RequestListener;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

/** Where the app's server side finds how to ask the API: its modules are bundled, so nothing can be passed in by an import. */
const askApiKey = Symbol.for("modelwright.ask-api");
/** What names the address to a layout, which Next does not tell it. Whatever a client sends by this name is replaced. */
const pathHeader = "x-modelwright-path";

/**
 * The Next.js app, served by this process: in development with reload, else from its build.
 * @param askApi reads what a page shows first; without it pages read everything in the browser
 */
export async function openNext(options: { dev: boolean; port: number; askApi?: AskApi | undefined }): Promise<Web> {
  const { dev, port, askApi } = options;
  Object.assign(globalThis, { [askApiKey]: askApi });
  const app = next({ dev, dir: fileURLToPath(new URL("../../web", import.meta.url)), port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    handle(request, response) {
      const [path = "/", ...query] = (request.url ?? "/").split("?");
      // Next answers what it can't decode with a 500. Read as it is written, it is an address like any other that leads nowhere.
      if (!isDecodable(path)) request.url = [path.replaceAll("%", "%25"), ...query].join("?");
      request.headers[pathHeader] = path;
      void handle(request, response);
    },
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    close: () => app.close(),
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
