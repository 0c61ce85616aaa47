// Restarts two nodes behind a proxy in turn, again and again, under a constant load of reads and creations; no request may
// fail, and what was acknowledged is there once.
//   npm run drill:rolling -- --rounds 10
import { parseArgs } from "node:util";
import { freshDatabase } from "../test/database.ts";
import { rollingRestarts } from "../test/rolling.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const database = await freshDatabase();
const { created, read, restarts, failed } = await rollingRestarts(database, Number(values.rounds));
await database.drop();
for (const each of failed.slice(0, 20)) console.log(each);
console.log(`${restarts} restarts, ${created} creations, ${read} reads: ${failed.length} failed.`);
process.exit(failed.length === 0 ? 0 : 1);
