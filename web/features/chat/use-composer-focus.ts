import { type RefObject, useCallback, useEffect } from "react";
import type { ComposerHandle } from "./Composer.tsx";

/** On a touch screen a focused field calls up the keyboard, which covers half of the conversation. */
const isTouchScreen = () => window.matchMedia("(hover: none) and (pointer: coarse)").matches;

/**
 * Puts the focus into the message field when the conversation opens, unless the person writes elsewhere already.
 * @returns the same for later: on a touch screen the focus goes to the page's content, so that it is not lost either
 */
export function useComposerFocus(composer: RefObject<ComposerHandle | null>): () => void {
  useEffect(() => {
    const writesElsewhere = document.activeElement?.matches("input, textarea, select, dialog *");
    if (!writesElsewhere && !isTouchScreen()) composer.current?.focus();
  }, [composer]);
  return useCallback(() => {
    if (isTouchScreen()) document.getElementById("main")?.focus({ preventScroll: true });
    else composer.current?.focus();
  }, [composer]);
}
