import { createServer, type Server, type ServerResponse } from "node:http";
import type { Logger } from "../platform/log.ts";
import { respond } from "./respond.ts";

/** Whether a process lives (`/healthz`), and whether work may be sent to it (`/readyz`). */
export interface Health {
  /** @returns whether the path is one of health's, and is being answered */
  answer(path: string, response: ServerResponse): boolean;
  /** From now on it is not ready: who sends work looks elsewhere. What comes all the same is still done. */
  stopping(): void;
}

export interface HealthOptions {
  /** @throws when the process can't do its work right now */
  checkReady(): Promise<void>;
  /** What there is to tell besides of one that is ready. */
  tell?(): object;
  log: Logger;
}

export function openHealth({ checkReady, tell, log }: HealthOptions): Health {
  let stopping = false;
  return {
    answer(path, response) {
      if (path === "/healthz") {
        respond(response, 200, { status: "ok" });
        return true;
      }
      if (path !== "/readyz") return false;
      if (stopping) {
        respond(response, 503, { status: "stopping" });
        return true;
      }
      void checkReady().then(
        () => respond(response, 200, { status: "ready", ...tell?.() }),
        (error) => {
          log.warn({ err: error }, "not ready");
          respond(response, 503, { status: "unavailable" });
        },
      );
      return true;
    },
    stopping() {
      stopping = true;
    },
  };
}

/** The port of a process that serves nothing else. */
export function createHealthServer(health: Health): Server {
  return createServer((request, response) => {
    const path = request.url?.split("?", 1)[0] ?? "/";
    if (!health.answer(path, response)) respond(response, 404, { status: "nothing is here but /healthz and /readyz" });
  });
}
