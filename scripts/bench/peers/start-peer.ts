import { startChild } from "../child.ts";

export interface Peer extends AsyncDisposable {
  url: string;
  pid: number;
}

/**
 * Starts a peer in a process of its own and waits until it listens.
 * @param artifact the ONNX file that it serves
 */
export async function startPeer(name: "bare-yoga" | "bare-http", artifact: string, signal: AbortSignal): Promise<Peer> {
  const child = startChild<{ port: number }>(new URL(`${name}.ts`, import.meta.url), [artifact]);
  try {
    const { port } = await child.hear(signal);
    const path = name === "bare-yoga" ? "graphql" : "predict";
    return {
      url: `http://127.0.0.1:${port}/${path}`,
      pid: child.pid,
      [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
    };
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
}
