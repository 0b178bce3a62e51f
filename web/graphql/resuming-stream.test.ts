import { expect, test } from "vitest";
import { followStream, type StreamResult, type StreamSurroundings } from "./resuming-stream.ts";
import { Slots } from "./stream-slots.ts";

const request = { query: "subscription { chatReply }", variables: { threadId: "t", after: 0 } };
const event = (seq: number) => `event: next\ndata: ${JSON.stringify({ data: { chatReply: { seq } } })}\n\n`;
const seqs = (results: StreamResult[]) =>
  results.map(({ data }) => {
    const reply = data?.chatReply;
    return typeof reply === "object" && reply !== null && "seq" in reply ? reply.seq : undefined;
  });

/** A server that answers each connection by the next of these; what it was asked for, and what was told of it. */
function surroundings(answers: (() => Response | Promise<Response>)[]) {
  const asked: { after?: number }[] = [];
  const told: string[] = [];
  const waits: number[] = [];
  const slots = new Slots(1);
  const given: StreamSurroundings = {
    async fetch(body) {
      asked.push(JSON.parse(body).variables);
      const answer = answers.shift();
      if (!answer) throw new Error("no more answers");
      return answer();
    },
    async backOff(attempt) {
      waits.push(attempt);
    },
    shown: async () => new AbortController().signal,
    slots,
    onOpen: () => told.push("open"),
    onLost: () => told.push("lost"),
  };
  return { given, asked, told, waits, slots };
}

const stream = (text: string, status = 200) =>
  new Response(text, { status, headers: { "content-type": "text/event-stream" } });

/** Bytes, and then the connection breaks. */
function broken(text: string): Response {
  const chunks = [new TextEncoder().encode(text)];
  return new Response(
    new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.error(new TypeError("network error"));
      },
    }),
  );
}

/** Follows until so many events were delivered. */
async function follow(server: ReturnType<typeof surroundings>, until: number) {
  const stop = new AbortController();
  const results: StreamResult[] = [];
  const refusals: string[] = [];
  await followStream(
    request,
    {
      next(result) {
        results.push(result);
        if (results.length === until) stop.abort();
      },
      refused: (message) => refusals.push(message),
    },
    server.given,
    stop.signal,
  );
  return { results, refusals };
}

test("a broken connection resumes after the last event: none lost, none twice", async () => {
  const server = surroundings([
    () => broken(event(1) + event(2)),
    () => {
      throw new TypeError("refused");
    },
    // A server that repeats what was seen does no harm.
    () => stream(event(2) + event(3) + event(4)),
  ]);
  const { results } = await follow(server, 4);
  expect(seqs(results)).toEqual([1, 2, 3, 4]);
  expect(server.asked.map(({ after }) => after)).toEqual([0, 2, 2]);
  expect(server.waits).toEqual([1, 2]);
  expect(server.told).toEqual(["open", "lost", "lost", "open"]);
});

test("a server that can't serve it now is asked again; one that will not is not", async () => {
  const failed = (code: string) => () =>
    stream(`event: next\ndata: ${JSON.stringify({ errors: [{ message: "away", extensions: { code } }] })}\n\n`);
  const server = surroundings([
    failed("UNAVAILABLE"),
    () => stream(event(1)),
    failed("INTERNAL_SERVER_ERROR"),
    () => stream(event(2)),
    failed("NOT_FOUND"),
  ]);
  const { results, refusals } = await follow(server, 3);
  expect(seqs(results)).toEqual([1, 2]);
  expect(refusals).toEqual(["away"]);
  expect(server.asked).toHaveLength(5);
});

test("a stream that merely ends is taken up again; one that the server completes is not", async () => {
  const server = surroundings([
    () => stream(event(1)),
    () => stream(`${event(2)}event: complete\ndata:\n\n${event(3)}`),
    () => stream(event(4)),
  ]);
  expect(seqs((await follow(server, 4)).results)).toEqual([1, 2]);
  expect(server.asked).toHaveLength(2);
});

test("messages that come in pieces, with heartbeats between, are put together", async () => {
  const bytes = new TextEncoder().encode(`:\n\n${event(1)}:\n\n${event(2)}`);
  const server = surroundings([
    () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
            controller.close();
          },
        }),
      ),
  ]);
  expect(seqs((await follow(server, 2)).results)).toEqual([1, 2]);
});

test.each([
  ["a bad request", () => stream(JSON.stringify({ errors: [{ message: "no such field" }] }), 400)],
  [
    "an error in the stream",
    () => stream(`event: next\ndata: ${JSON.stringify({ errors: [{ message: "no such field" }] })}\n\n`),
  ],
])("%s is not tried again", async (_, answer) => {
  const server = surroundings([answer]);
  const { refusals } = await follow(server, 1);
  expect(refusals).toEqual(["no such field"]);
  expect(server.asked).toHaveLength(1);
});

test("a fault of the server is tried again", async () => {
  const server = surroundings([() => stream("oh", 503), () => stream(event(1))]);
  expect(seqs((await follow(server, 1)).results)).toEqual([1]);
});

test("a place is given back when the stream is left", async () => {
  const server = surroundings([() => stream(event(1))]);
  await follow(server, 1);
  const release = await server.slots.take(new AbortController().signal);
  expect(release).toBeDefined();
});
