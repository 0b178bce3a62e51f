/** Codes of errors that say nothing against the request: the same may do in a moment. */
const passing = new Set<unknown>(["UNAVAILABLE", "INTERNAL_SERVER_ERROR"]);

/** Whether a failure with these errors may pass by itself. */
export function mayPass(errors: readonly { extensions?: Record<string, unknown> | undefined }[]): boolean {
  return errors.some(({ extensions }) => passing.has(extensions?.code));
}
