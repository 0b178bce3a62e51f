import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { forwardTo } from "../doors/forward.ts";
import { openLog } from "../platform/log.ts";

/** One address before several processes: each request goes to the next one that is ready, as a cloud's balancer does it. */
export async function openBalancer(targets: readonly string[]) {
  const log = openLog("silent", "balancer");
  const ways = targets.map((url) => ({ url, send: forwardTo(url, log) }));
  const served = targets.map(() => 0);
  let turn = 0;

  async function nextReady() {
    const first = turn++;
    for (let tried = 0; tried < ways.length; tried += 1) {
      const index = (first + tried) % ways.length;
      const way = ways[index];
      if (!way) break;
      const ready = await fetch(`${way.url}/readyz`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return { way, index };
    }
    return undefined;
  }

  const server = createServer((request, response) => {
    void nextReady().then((next) => {
      if (!next) return response.writeHead(503).end();
      served[next.index] = (served[next.index] ?? 0) + 1;
      return next.way.send(request, response, { requestId: "balanced" });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Requests that each target got so far. */
    served,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
