/** Markdown as it is read aloud: without the marks. Lines stay lines. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^ {0,3}(?:#{1,6} +|[-*+] +|> ?)/gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|\W)[*_](\S(?:.*?\S)?)[*_](?=\W|$)/g, "$1$2");
}
