// Node strips types from .ts by itself but does not know .tsx (public pages, letters): this compiles JSX on loading.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(".tsx")) return nextLoad(url, context);
    const path = fileURLToPath(url);
    const { code, errors } = transformSync(path, readFileSync(path, "utf8"), {
      jsx: { runtime: "automatic" },
    });
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.message).join("\n"));
    return { format: "module", source: code, shortCircuit: true };
  },
});
