/** What became of a version that was not trained here: a program logged its file. */
const loggedAs = "onnx";

/** How somebody made a version: "trained by ann", or "registered by ann" of a file that was trained elsewhere. */
export function madeBy({ algorithm, createdBy }: { algorithm: string; createdBy: string }): string {
  return `${algorithm === loggedAs ? "registered" : "trained"} by ${createdBy}`;
}
