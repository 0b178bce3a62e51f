import { lookup as lookUp } from "node:dns";
import { request as requestPlainly } from "node:http";
import { request as requestSecurely } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { storableText } from "../platform/storable.ts";
import { isPublicAddress } from "./address.ts";
import { hostOf, problemOf, type WebhookRules } from "./webhook-url.ts";

/** Of an answer, as much is read and kept; the rest is left where it is. */
const longestExcerpt = 2_000;

export interface SendOptions extends WebhookRules {
  /** For all of a delivery: to find the address, connect, send, and read the answer. */
  timeoutMs: number;
  /** Breaks off: the promise is rejected with its reason. */
  signal?: AbortSignal;
  /** Finds a name's addresses; the system's way unless said. */
  lookup?: typeof lookUp;
}

export interface Answer {
  status: number;
  excerpt: string;
}

/** Why a delivery reached nobody, in a sentence. */
export class NotSentError extends Error {}

/**
 * Sends a body by POST. The address that is connected to is one that was looked at: a name that leads elsewhere by then does not matter.
 * No redirect is followed.
 * @throws {NotSentError} when nobody answered, or nobody may be asked there
 */
export function send(
  url: string,
  body: string,
  headers: Record<string, string>,
  options: SendOptions,
): Promise<Answer> {
  const problem = problemOf(url, options);
  if (problem) return Promise.reject(new NotSentError(`The URL ${problem}.`));
  const to = new URL(url);
  const start = to.protocol === "https:" ? requestSecurely : requestPlainly;
  return new Promise((resolve, reject) => {
    const request = start(to, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)), ...headers },
      // A connection of its own: none is kept whose address was not looked at for this delivery.
      agent: false,
      lookup: checkedLookup(options),
    });
    const { signal } = options;
    const breakOff = () => request.destroy(signal?.reason);
    signal?.addEventListener("abort", breakOff, { once: true });
    const timer = setTimeout(
      () => request.destroy(new NotSentError(`There was no whole answer within ${options.timeoutMs / 1_000} s.`)),
      options.timeoutMs,
    );
    request.on("socket", (socket) => {
      // Also for an address that stands in the URL itself, for which nothing is looked up.
      socket.once("connect", () => {
        if (options.allowPrivate || isPublicAddress(socket.remoteAddress ?? "")) return;
        request.destroy(notAllowed(hostOf(to)));
      });
    });
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let read = 0;
      const done = () => {
        settle();
        const excerpt = storableText(
          Buffer.concat(chunks).subarray(0, longestExcerpt).toString("utf8"),
          longestExcerpt,
        );
        resolve({ status: response.statusCode ?? 0, excerpt });
        request.destroy();
      };
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        read += chunk.length;
        if (read >= longestExcerpt) done();
      });
      response.on("end", done);
      response.on("error", fail);
    });
    request.on("error", fail);
    function fail(error: Error): void {
      settle();
      const ours = error instanceof NotSentError || (signal?.aborted && error === signal.reason);
      reject(ours ? error : new NotSentError(reasonOf(error)));
    }
    function settle(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", breakOff);
    }
    request.end(body);
  });
}

/** Looks a name up, and leaves out addresses that must not be connected to: what is connected to is one of the rest. */
function checkedLookup({ allowPrivate, lookup = lookUp }: SendOptions): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = error ? [] : found.filter(({ address }) => allowPrivate || isPublicAddress(address));
      const [first] = addresses;
      if (error) return callback(error, "", 0);
      if (!first) return callback(notAllowed(hostname), "", 0);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family || isIP(first.address));
    });
  };
}

function notAllowed(host: string): NotSentError {
  return new NotSentError(
    `${host} leads to this machine or its network, where webhooks don't go unless WEBHOOK_ALLOW_PRIVATE is set.`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "The connection was refused.",
  ECONNRESET: "The connection broke.",
  ENOTFOUND: "The name is not known.",
  EAI_AGAIN: "The name could not be looked up right now.",
  ETIMEDOUT: "The connection timed out.",
  EHOSTUNREACH: "The host can't be reached.",
  ENETUNREACH: "The network can't be reached.",
};

function reasonOf(error: Error & { code?: unknown }): string {
  const code = String(error.code ?? "");
  return reasons[code] ?? `It could not be sent: ${storableText(code || error.message, 200)}.`;
}
