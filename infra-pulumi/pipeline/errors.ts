/** What a pipeline can't go on after; the message says what and why. */
export class PipelineError extends Error {
  override name = "PipelineError";
}
