import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import type { Drawn } from "../../src/areas/reports/drawing/drawn.ts";
import { looks } from "../../src/areas/reports/drawing/look.ts";

// Loaded with the first chart that is shown, and not with the app.
const modules = () => import("../../src/areas/reports/drawing/modules.ts");

/** One picture of a report; whoever does not see it is told its sentence, and the same numbers stand in a table. */
export function Chart({ drawn }: { drawn: Pick<Drawn, "alt" | "height" | "option"> }) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  const printing = useMediaQuery("print");
  const look = looks[printing ? "light" : scheme];
  useEffect(() => {
    let leave = () => {};
    let left = false;
    const draw = async () => {
      const { init } = await modules();
      if (left || !holder.current) return;
      const chart = init(holder.current, null, { renderer: "svg" });
      chart.setOption(drawn.option(look));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(holder.current);
      leave = () => {
        observer.disconnect();
        chart.dispose();
      };
    };
    void draw();
    return () => {
      left = true;
      leave();
    };
  }, [drawn, look]);
  return (
    <div ref={holder} className="chart" role="img" aria-label={drawn.alt} style={{ height: drawn.height }} />
  );
}
