/** What we use of autocannon, which ships no types. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  interface Options {
    url: string;
    method: "POST";
    headers: Record<string, string>;
    body: string;
    connections: number;
    /** Seconds; ignored when `amount` is given. */
    duration?: number;
    /** Requests over all connections. */
    amount?: number;
    /** Milliseconds between the looks at whether it is time to stop. */
    sampleInt?: number;
    /** Seconds that a request may take. */
    timeout?: number;
    verifyBody?: (body: string) => boolean;
  }
  interface Result {
    errors: number;
    mismatches: number;
    non2xx: number;
  }
  type Instance = EventEmitter & PromiseLike<Result> & { stop(): void };
  export default function autocannon(options: Options): Instance;
}
