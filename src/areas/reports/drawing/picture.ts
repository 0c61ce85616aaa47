import type { Drawn } from "./drawn.ts";
import { looks } from "./look.ts";

/** A chart as an SVG for paper; nothing of it moves or runs. */
export async function pictureOf(drawn: Drawn, width = 640): Promise<string> {
  // Much code that most starts never need.
  const { init } = await import("./modules.ts");
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height: drawn.height });
  try {
    chart.setOption(drawn.option(looks.paper));
    return chart.renderToSVGString();
  } finally {
    // An undisposed chart keeps the process alive.
    chart.dispose();
  }
}
