import { InvalidInputError } from "../platform/errors.ts";

/** Whose files they are: everything below belongs to it. */
export type FileOwner = { kind: "RUN"; runId: string } | { kind: "LOGGED_MODEL"; modelId: string };

/** Where the files of a run stand. */
export function runFolder({ experimentId, id }: { experimentId: bigint; id: string }): string {
  return `${experimentId}/${id}/artifacts`;
}

/** Where the files of a logged model stand. */
export function loggedModelFolder({ experimentId, id }: { experimentId: bigint; id: string }): string {
  return `${experimentId}/models/${id}/artifacts`;
}

/** Of a path, in bytes: an index holds it. */
const longestPath = 1_024;

/** One pass, where a pattern for slashes at the end would try each of them. */
function withoutEndSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/**
 * A path as files are kept under it: names with slashes between, none of which leads elsewhere.
 * @throws {InvalidInputError}
 */
export function filePath(text: string): string {
  // What is too long is not looked at.
  if (Buffer.byteLength(text) <= longestPath) {
    const names = withoutEndSlashes(text).split("/");
    const proper = names.every((name) => name !== "" && name !== "." && name !== ".." && name.length <= 255);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    if (proper && text.isWellFormed() && !/[\u0000-\u001f\\]/.test(text)) return names.join("/");
  }
  const message = `A file's path is names with slashes between: none of them empty, . or .., no backslash, at most ${longestPath} bytes.`;
  throw new InvalidInputError(message, [{ path: "path", message }]);
}

/** @returns null when the path is below no run and no logged model */
export function ownerOf(path: string): FileOwner | null {
  const [experiment = "", second = "", third = "", fourth] = path.split("/");
  if (!/^\d+$/.test(experiment)) return null;
  if (second === "models") return fourth === "artifacts" ? { kind: "LOGGED_MODEL", modelId: third } : null;
  return third === "artifacts" ? { kind: "RUN", runId: second } : null;
}
