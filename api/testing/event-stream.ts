/** A stream that is open when this resolves: what happens from then on is heard. */
export async function openStream(origin: string, query: string, variables: object = {}) {
  const response = await fetch(new URL("/graphql", origin), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query, variables }),
  });
  if (!response.ok) throw new Error(`answered ${response.status}: ${await response.text()}`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  async function more(): Promise<boolean> {
    const { value, done } = await reader.read();
    text += Buffer.from(value ?? []).toString("utf8");
    return !done;
  }
  await more();
  return {
    async until(part: string) {
      while (!text.includes(part)) if (!(await more())) throw new Error(`ended without ${part}: ${text}`);
    },
    async end() {
      while (await more());
      return text;
    },
  };
}
