/** Brackets around brackets in a document: the web app's largest operation has 9, and the schema's own depth limit is 20. */
export const deepestDocument = 64;
/** Lists and objects in one another in variables: no input of ours has more than 4. */
export const deepestVariables = 32;

const quote = 34;
const backslash = 92;
const newline = 10;
const carriageReturn = 13;
const hash = 35;

/**
 * How deep brackets of any kind are nested in a GraphQL document, strings and comments aside. One pass, nothing kept, no
 * recursion: a parser that descends with each bracket must not see the document before. Text that is no GraphQL has a depth too.
 */
export function nestingOf(document: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < document.length; at += 1) {
    const code = document.charCodeAt(at);
    switch (code) {
      case 40: // (
      case 91: // [
      case 123: // {
        depth += 1;
        if (depth > deepest) deepest = depth;
        break;
      case 41: // )
      case 93: // ]
      case 125: // }
        depth -= 1;
        break;
      case hash:
        at = lineEnd(document, at);
        break;
      case quote:
        at = document.startsWith('"""', at) ? blockStringEnd(document, at + 3) : stringEnd(document, at + 1);
        break;
    }
  }
  return deepest;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== newline && text.charCodeAt(at) !== carriageReturn) at += 1;
  return at;
}

/** The place of the closing quote; an open string ends with its line, as the lexer has it. */
function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote || code === newline || code === carriageReturn) return at;
  }
  return text.length;
}

/** The place of the last of three closing quotes; three quotes after a backslash are text. */
function blockStringEnd(text: string, from: number): number {
  for (let end = text.indexOf('"""', from); end >= 0; end = text.indexOf('"""', end + 3)) {
    if (text.charCodeAt(end - 1) !== backslash) return end + 2;
  }
  return text.length;
}
