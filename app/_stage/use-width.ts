import { useEffect, useRef, useState } from "react";

/** Width of the element in pixels, `least` or more, so that text in a drawing keeps its size on a phone. */
export function useWidth(first: number, least = 300) {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(least, entry.contentRect.width)),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [least]);
  return { ref, width };
}
