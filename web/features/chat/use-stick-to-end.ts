import { useCallback, useEffect, useRef, useState } from "react";

/** Nearer to the end than this counts as being there. */
const nearPx = 80;

/** Keeps a scrolling list at its end while it grows, unless the reader has scrolled away; `away` says so. */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setAway(false);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useEffect(() => {
    const frame = scroller.current;
    const list = content.current;
    if (!frame || !list) return;
    let last = { top: frame.scrollTop, height: frame.scrollHeight };
    const onScroll = () => {
      const { scrollTop: top, scrollHeight: height } = frame;
      const atEnd = height - top - frame.clientHeight < nearPx;
      // Upwards in a list that has not shrunk: that was the reader. A list that grew or shrank also scrolls, by itself.
      const byReader = top < last.top && height >= last.height;
      if (atEnd) stuck.current = true;
      else if (byReader) stuck.current = false;
      last = { top, height };
      setAway(!stuck.current && !atEnd);
    };
    const grown = new ResizeObserver(() => {
      if (stuck.current) frame.scrollTo({ top: frame.scrollHeight });
    });
    frame.addEventListener("scroll", onScroll, { passive: true });
    grown.observe(list);
    grown.observe(frame);
    return () => {
      frame.removeEventListener("scroll", onScroll);
      grown.disconnect();
    };
  }, []);

  return { scroller, content, away, toEnd };
}
