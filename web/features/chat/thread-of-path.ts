/** The conversation that an address names; undefined where a new one begins. */
export function threadOfPath(path: string): string | undefined {
  return /^\/chat\/([^/]+)$/.exec(path)?.[1];
}
