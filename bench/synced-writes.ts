import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

/** The limit of this machine for whoever waits for its disk: writes of one byte a second, each synced. */
export function syncedWrites(folder: string): number {
  const file = openSync(join(folder, "sync"), "w");
  const begun = performance.now();
  for (let n = 0; n < 200; n += 1) {
    writeSync(file, "x");
    fdatasyncSync(file);
  }
  closeSync(file);
  return 200_000 / (performance.now() - begun);
}
