/** One message of a text/event-stream. */
export interface StreamMessage {
  event: string;
  data: string;
}

/** Longest message that is read, in UTF-16 code units: a stream that never ends its message is cut off. */
const longestMessage = 4_000_000;

/**
 * Reads server-sent events from a response body. Calls `onBytes` for whatever arrives, comments (heartbeats) included. Ends when
 * the body ends.
 * @throws {Error} when the connection breaks, or a message is longer than can be
 */
export async function* readEventStream(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void = () => {},
): AsyncGenerator<StreamMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      onBytes();
      rest += decoder.decode(value, { stream: true });
      if (rest.length > longestMessage) throw new Error("A message of the stream is too long.");
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const message = parseBlock(block);
        if (message) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function parseBlock(block: string): StreamMessage | undefined {
  let event = "message";
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, "");
    if (line.startsWith("event:")) event = value;
    else if (line.startsWith("data:")) data.push(value);
  }
  return event === "message" && data.length === 0 ? undefined : { event, data: data.join("\n") };
}
