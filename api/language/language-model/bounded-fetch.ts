import { BadOutputError } from "./failure.ts";

/** Longest answer that is read, in bytes: a proposal is a few kilobytes. */
const longestAnswer = 1_000_000;

/** `fetch` that ends with the signal, whatever the client does with it, and reads no more than a megabyte. */
export function boundedFetch(signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const own = init?.signal;
    const response = await fetch(input, { ...init, signal: own ? AbortSignal.any([own, signal]) : signal });
    if (!response.body) return response;
    let read = 0;
    const limit = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        read += chunk.byteLength;
        if (read > longestAnswer) controller.error(new BadOutputError("BAD_OUTPUT", "the answer is too long"));
        else controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
  };
}
