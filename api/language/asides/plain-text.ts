/** A message as its words and figures, in lower case with one blank between; emoji that answer stay, apostrophes close up ("dont"). */
export function plainText(message: string): string {
  return message
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}#👍👎]+/gu, " ")
    .trim();
}
