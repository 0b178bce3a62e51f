import type { Request } from "./operations.ts";

/**
 * Sends a request, and reads its answer to the end.
 * @returns how many bytes that has
 * @throws when it is not what was asked for
 */
export async function send(url: string, { path, body }: Request, signal: AbortSignal): Promise<number> {
  const response = await fetch(`${url}${path}`, {
    signal,
    ...(body
      ? {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify(body),
        }
      : {}),
  });
  const text = await response.text();
  if (!response.ok || text.startsWith('{"errors"')) throw new Error(`${path} answered ${response.status} ${text}`);
  return Buffer.byteLength(text);
}
