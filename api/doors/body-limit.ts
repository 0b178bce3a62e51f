import type { IncomingMessage, ServerResponse } from "node:http";

/** What is read and dropped of a body that was refused, so that its sender comes to reading the answer. */
const drained = { bytes: 8 * 1024 * 1024, ms: 5_000 };

/** The whole body, or null as soon as it is longer than `most` bytes; the rest of it is left unread then. @throws what the stream fails with */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const done = (settle: () => void) => {
      request.off("data", onData).off("end", onEnd).off("error", onError).off("close", onClose);
      settle();
    };
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > most) {
        request.pause();
        done(() => resolve(null));
      } else chunks.push(chunk);
    };
    const onEnd = () => done(() => resolve(Buffer.concat(chunks, received)));
    const onError = (error: Error) => done(() => reject(error));
    const onClose = () => done(() => reject(new Error("the client left before its request was whole")));
    request.on("data", onData).on("end", onEnd).on("error", onError).on("close", onClose);
  });
}

/**
 * A body as its chunks. Whoever stops reading leaves the request as it is: looped over itself, it is destroyed when the loop ends early,
 * which is how one looks whose sender left; and whoever sent it would see a reset in place of a reason.
 */
export function bodyOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
  return request.iterator({ destroyOnReturn: false });
}

/**
 * Answers a request whose body is too long, or not wanted, and closes. A socket that is closed with bytes unread is reset, and the reset may
 * overtake the answer: so the answer is sent whole, then some more of the body is read and dropped, then the connection ends.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, body: object, status = 413): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    connection: "close",
  });
  response.write(text);
  let left = drained.bytes;
  const end = () => {
    clearTimeout(timer);
    request.off("data", onData).off("end", end).off("close", end);
    response.end();
  };
  const timer = setTimeout(end, drained.ms);
  const onData = (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) end();
  };
  request.on("data", onData).on("end", end).on("close", end);
  request.on("error", () => {});
  request.resume();
}
