export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis" | "struck"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] };

/** How deep emphasis and links may nest; deeper ones stay text. */
const deepest = 6;

const token =
  /\\([!-/:-@[-`{-~])|(`+)([^`]|[^`].*?[^`])\2(?!`)|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=[^\s*])(.+?)(?<=[^\s*])\*|(?<!\w)_(?=[^\s_])(.+?)(?<=[^\s_])_(?!\w)|~~(?=\S)(.+?)(?<=\S)~~|\[([^\]\n]+)\]\(([^()\s]+)\)/s;

/** Splits a line of text into its inline parts. A link that leads to anything but a web, mail or own page stays text. */
export function parseInlines(source: string, depth = 0): Inline[] {
  const parts: Inline[] = [];
  let rest = source;
  while (rest !== "") {
    const found = token.exec(rest);
    if (!found || depth >= deepest) {
      parts.push({ kind: "text", text: rest });
      break;
    }
    if (found.index > 0) parts.push({ kind: "text", text: rest.slice(0, found.index) });
    parts.push(inlineOf(found, depth));
    rest = rest.slice(found.index + found[0].length);
  }
  return parts;
}

function inlineOf(found: RegExpExecArray, depth: number): Inline {
  const [all, escaped, , code, strong, starred, underscored, struck, label, href] = found;
  if (escaped) return { kind: "text", text: escaped };
  if (code) return { kind: "code", text: code };
  if (strong) return { kind: "strong", children: parseInlines(strong, depth + 1) };
  const emphasised = starred ?? underscored;
  if (emphasised) return { kind: "emphasis", children: parseInlines(emphasised, depth + 1) };
  if (struck) return { kind: "struck", children: parseInlines(struck, depth + 1) };
  if (label && href && isSafe(href)) return { kind: "link", href, children: parseInlines(label, depth + 1) };
  return { kind: "text", text: all };
}

function isSafe(href: string): boolean {
  return /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href);
}
