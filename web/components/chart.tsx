import { Box, useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ChartOptions } from "./drawing.ts";

type Given = {
  /** What is drawn; made anew when what it shows changes. */
  options: ChartOptions;
  height?: number;
};

/**
 * A picture of numbers that also stand in a table beside it: whoever does not see it misses nothing, so it is hidden from
 * them. The library comes when the first chart does, and nothing moves.
 */
export function Chart({ options, height = 300 }: Given) {
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let drawn: { resize: () => void; dispose: () => void } | undefined;
    let gone = false;
    const watch = new ResizeObserver(() => drawn?.resize());
    const show = async () => {
      const { draw } = await import("./drawing.ts");
      if (gone) return;
      drawn = draw(element, options, scheme);
      watch.observe(element);
    };
    void show();
    return () => {
      gone = true;
      watch.disconnect();
      drawn?.dispose();
    };
  }, [options, scheme]);
  return <Box ref={place} aria-hidden h={height} className="no-print" />;
}
