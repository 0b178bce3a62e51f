import { type RefObject, useEffect, useState } from "react";

/** On which sides a frame has more to show than fits. */
export interface Overflow {
  start: boolean;
  end: boolean;
}

const none: Overflow = { start: false, end: false };

/** Watches whether a frame's content reaches out of it sideways, and where there is more of it. */
export function useOverflow(frame: RefObject<HTMLElement | null>): Overflow {
  const [overflow, setOverflow] = useState(none);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Positions are fractions of a pixel on some screens.
      const next = { start: scrollLeft > 1, end: scrollLeft + clientWidth < scrollWidth - 1 };
      setOverflow((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [frame]);
  return overflow;
}
