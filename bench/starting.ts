// How long Redress takes from its command until it says that it is ready, on a register that `bench:register` made:
// `npm run bench:starting -- 1000000`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { folderOf } from "./register/opening.ts";

const complaints = Number(process.argv[2] ?? 1_000_000);
for (let round = 0; round < 4; round += 1) {
  const begun = performance.now();
  const redress = spawn("node", ["bin/redress.mjs", "all"], {
    env: {
      ...process.env,
      REDRESS_DATA: folderOf(complaints),
      PORT: "18080",
      MAIL_IN_LISTEN: "off",
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(redress.stdout)) if (line.startsWith("Redress is ready")) break;
  console.log(
    `${complaints} complaints, start ${round + 1}: ready after ${Math.round(performance.now() - begun)} ms`,
  );
  redress.kill("SIGTERM");
  await once(redress, "exit");
}
