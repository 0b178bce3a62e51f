import { Fragment, memo, type ReactNode } from "react";
import { ScrollFrame } from "../ScrollFrame.tsx";
import { Time } from "../Time.tsx";
import { type Block, parseBlocks } from "./blocks.ts";
import { type Inline, parseInlines } from "./inlines.ts";
import styles from "./Markdown.module.css";
import { splitTimes } from "./times.ts";

/** Shows a reply's Markdown as elements. No HTML of the text ever reaches the page. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return <div className={styles.markdown}>{parseBlocks(text).map(showBlock)}</div>;
});

function showBlock(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p key={key}>{inline(block.text)}</p>;
    case "heading":
      // A reply stands right under the page's heading; what else it means by its levels can't be trusted to have no gap.
      return <h2 key={key}>{inline(block.text)}</h2>;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre key={key} tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case "list":
      return block.ordered ? (
        <ol key={key} start={block.start}>
          {block.items.map(showItem)}
        </ol>
      ) : (
        <ul key={key}>{block.items.map(showItem)}</ul>
      );
    case "quote":
      return <blockquote key={key}>{inline(block.text)}</blockquote>;
    case "rule":
      return <hr key={key} />;
    case "table":
      return (
        <ScrollFrame key={key} className={styles.scroll} label={`Table ${key + 1}`}>
          <table>
            <thead>
              <tr>{block.head.map((cell, index) => showCell("th", cell, index))}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: text has no other identity
                <tr key={index}>{row.map((cell, column) => showCell("td", cell, column))}</tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      );
  }
}

function showItem(item: string, key: number): ReactNode {
  return <li key={key}>{inline(item)}</li>;
}

function showCell(Tag: "th" | "td", cell: string, key: number): ReactNode {
  return <Tag key={key}>{inline(cell)}</Tag>;
}

function inline(text: string): ReactNode {
  return parseInlines(text).map(showInline);
}

/** A moment is in the reader's own time, as it is everywhere else on the page. */
function showText(part: string | { at: string }, key: number): ReactNode {
  return typeof part === "string" ? part : <Time key={key} at={part.at} />;
}

function showInline(part: Inline, key: number): ReactNode {
  switch (part.kind) {
    case "text":
      return <Fragment key={key}>{splitTimes(part.text).map(showText)}</Fragment>;
    case "code":
      return <code key={key}>{part.text}</code>;
    case "strong":
      return <strong key={key}>{part.children.map(showInline)}</strong>;
    case "emphasis":
      return <em key={key}>{part.children.map(showInline)}</em>;
    case "struck":
      return <s key={key}>{part.children.map(showInline)}</s>;
    case "link":
      return (
        <a
          key={key}
          href={part.href}
          {...(part.href.startsWith("http") ? { rel: "noreferrer", target: "_blank" } : {})}
        >
          {part.children.map(showInline)}
        </a>
      );
  }
}
