import { visibleText } from "../../ui/visible-text.ts";

/** A conversation's title, which is a person's message at first and may hold anything. */
export function shownTitle(title: string): string {
  return visibleText(title, "Untitled conversation");
}
