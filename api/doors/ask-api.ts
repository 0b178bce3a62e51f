import { request as ask } from "node:http";
import { request as askSecurely } from "node:https";
import type { Logger } from "../platform/log.ts";

/** Asks the API one GraphQL operation. `asked`: the headers of the request for the page. */
export type AskApi = (operation: { body: string; asked: Headers; signal: AbortSignal }) => Promise<unknown>;

/**
 * Asks as any client would, for a page that is rendered here. Nothing of the person's own request goes along but what says who asks, and
 * the name that it was addressed to: the API checks both.
 * @param address where the API is, by the time that it is asked; its path is not looked at
 * @param identity the headers that say who asks
 * @returns a function that rejects when the API is away or answers with anything but 200
 */
export function askApiAt(address: () => string, identity: readonly string[], log: Logger): AskApi {
  return ({ body, asked: page, signal }) => {
    const answer = new Promise<unknown>((resolve, reject) => {
      const { protocol, hostname, port } = new URL(address());
      const headers = {
        host: page.get("host") ?? "localhost",
        ...Object.fromEntries(identity.flatMap((name) => (page.has(name) ? [[name, page.get(name) ?? ""]] : []))),
        "content-type": "application/json",
        accept: "application/json",
        "content-length": Buffer.byteLength(body),
      };
      // An IPv6 address stands in brackets in a URL alone.
      const place = { hostname: hostname.replace(/^\[|\]$/g, ""), port, path: "/graphql" };
      const asked = (protocol === "https:" ? askSecurely : ask)({ ...place, method: "POST", headers, signal });
      asked.on("error", reject);
      asked.on("response", async (answer) => {
        try {
          const parts: Buffer[] = [];
          for await (const part of answer) parts.push(part);
          if (answer.statusCode !== 200) throw new Error(`The API answered ${answer.statusCode}.`);
          resolve(JSON.parse(Buffer.concat(parts).toString()));
        } catch (error) {
          reject(error);
        }
      });
      asked.end(body);
    });
    answer.catch((error: unknown) => {
      // One that is merely slow is told by its own log; one that is not there may be looked for in the wrong place.
      log[signal.aborted ? "info" : "warn"](
        { err: error },
        "a page is sent without what it shows: the API did not answer",
      );
    });
    return answer;
  };
}
