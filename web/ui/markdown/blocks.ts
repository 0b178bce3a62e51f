/** The part of Markdown that replies use. Raw HTML is text like any other. */
export type Block =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; level: number; text: string }
  | { kind: "code"; language: string; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: string[] }
  | { kind: "quote"; text: string }
  | { kind: "table"; head: string[]; rows: string[][] }
  | { kind: "rule" };

const fence = /^ {0,3}(```+|~~~+)\s*(\S*)/;
const heading = /^ {0,3}(#{1,6})\s+(.+?)\s*#*$/;
const item = /^ {0,3}(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/;
const quote = /^ {0,3}> ?(.*)$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const delimiterRow = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/** Splits a text into blocks, in one pass over its lines. Takes any text: what is not understood is a paragraph. */
export function parseBlocks(source: string): Block[] {
  const lines = source.replaceAll("\r\n", "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  const line = (index: number) => lines[index] ?? "";
  const takeWhile = (belongs: (text: string) => boolean): string[] => {
    const begin = at;
    while (at < lines.length && belongs(line(at))) at++;
    return lines.slice(begin, at);
  };

  while (at < lines.length) {
    const text = line(at);
    const fenced = fence.exec(text);
    const titled = heading.exec(text);
    if (text.trim() === "") at++;
    else if (fenced?.[1]) {
      const mark = fenced[1];
      at++;
      const code = takeWhile((next) => !next.trim().startsWith(mark));
      at++;
      blocks.push({ kind: "code", language: fenced[2] ?? "", text: code.join("\n") });
    } else if (titled?.[1] && titled[2]) {
      at++;
      blocks.push({ kind: "heading", level: titled[1].length, text: titled[2] });
    } else if (rule.test(text)) {
      at++;
      blocks.push({ kind: "rule" });
    } else if (quote.test(text)) {
      const quoted = takeWhile((next) => quote.test(next));
      blocks.push({ kind: "quote", text: quoted.map((next) => quote.exec(next)?.[1] ?? "").join("\n") });
    } else if (item.test(text)) blocks.push(takeList());
    else if (text.includes("|") && delimiterRow.test(line(at + 1)) && line(at + 1).includes("-")) {
      const [head = "", , ...rows] = takeWhile((next) => next.includes("|"));
      blocks.push({ kind: "table", head: cells(head), rows: rows.map(cells) });
    } else {
      at++;
      const rest = takeWhile((next) => next.trim() !== "" && !startsBlock(next));
      blocks.push({ kind: "paragraph", text: [text, ...rest].join("\n") });
    }
  }
  return blocks;

  function takeList(): Block {
    const ordered = item.exec(line(at))?.[2] !== undefined;
    const start = Number(item.exec(line(at))?.[2] ?? 1);
    const items: string[] = [];
    while (at < lines.length) {
      const found = item.exec(line(at));
      if (found && (found[2] !== undefined) === ordered) items.push(found[3] ?? "");
      else if (items.length > 0 && /^\s{2,}\S/.test(line(at))) items.push(`${items.pop()}\n${line(at).trim()}`);
      else break;
      at++;
    }
    return { kind: "list", ordered, start, items };
  }
}

function startsBlock(line: string): boolean {
  return fence.test(line) || heading.test(line) || quote.test(line) || item.test(line) || rule.test(line);
}

function cells(row: string): string[] {
  const inner = row.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
