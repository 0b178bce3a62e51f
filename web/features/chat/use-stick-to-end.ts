import { useCallback, useEffect, useRef, useState } from "react";

/** Nearer to the end than this counts as being there. */
const nearPx = 80;

/** Keeps a scrolling list at its end while it grows, unless the reader has scrolled away; `away` says so. */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  /** The reader's hand was on the wheel, the screen, the scroll bar or a key since the end was left. */
  const byHand = useRef(false);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    stuck.current = true;
    byHand.current = false;
    setAway(false);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useEffect(() => {
    const frame = scroller.current;
    const list = content.current;
    if (!frame || !list) return;
    let last = { top: frame.scrollTop, height: frame.scrollHeight };
    const onHand = (event: Event) => {
      if (isScrollByHand(event, frame)) byHand.current = true;
    };
    const onScroll = () => {
      const { scrollTop: top, scrollHeight: height } = frame;
      const atEnd = height - top - frame.clientHeight < nearPx;
      // A list that shrinks and grows before this is told also moves up by itself. What moves it up at one height is the reader,
      // too: the focus went to something further up, or the page was searched.
      const byReader = top < last.top && (byHand.current || height === last.height);
      if (atEnd) {
        stuck.current = true;
        byHand.current = false;
      } else if (byReader) stuck.current = false;
      last = { top, height };
      setAway(!stuck.current && !atEnd);
    };
    const resized = new ResizeObserver(() => {
      if (stuck.current) frame.scrollTo({ top: frame.scrollHeight });
      last = { top: frame.scrollTop, height: frame.scrollHeight };
    });
    const hands = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
    for (const kind of hands) frame.addEventListener(kind, onHand, { passive: true });
    frame.addEventListener("scroll", onScroll, { passive: true });
    resized.observe(list);
    resized.observe(frame);
    return () => {
      for (const kind of hands) frame.removeEventListener(kind, onHand);
      frame.removeEventListener("scroll", onScroll);
      resized.disconnect();
    };
  }, []);

  return { scroller, content, away, toEnd };
}

const keysUp = new Set(["PageUp", "Home", "ArrowUp"]);

/** A press on the frame itself is one on its scroll bar; keys in a field move in the field. */
function isScrollByHand(event: Event, frame: HTMLElement): boolean {
  if (event instanceof WheelEvent) return event.deltaY < 0;
  if (event instanceof KeyboardEvent) {
    const writes = event.target instanceof Element && event.target.matches("input, textarea, select");
    return keysUp.has(event.key) && !writes;
  }
  return event.type === "touchmove" || event.target === frame;
}
