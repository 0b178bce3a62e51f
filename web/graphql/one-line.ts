/** A document without what only people need. An operation's key is made of this text, on the server and in the browser. */
export function oneLine(document: string): string {
  return document.replace(/\s+/g, " ").trim();
}
