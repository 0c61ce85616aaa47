// A backup or a restore in a process of its own, for a test that kills it. Its order comes as JSON.
import pino from "pino";
import { makeBackup } from "../src/areas/backup/making.ts";
import { restore } from "../src/commands/restore.ts";
import { ownSettings } from "./own-settings.ts";

type Order =
  | { make: Omit<Parameters<typeof makeBackup>[0], "progress"> }
  | {
      restore: {
        access: Parameters<typeof restore>[0]["access"];
        folder: string;
        file: string;
        identity: string;
      };
    };

const order = JSON.parse(process.argv[2]!) as Order;
if ("make" in order) await makeBackup(order.make);
else {
  const { access, folder, file, identity } = order.restore;
  const settings = ownSettings({ folder });
  const office = { access, settings, log: pino({ level: "silent" }), applied: [], close: async () => {} };
  await restore(office, file, { identity }, undefined);
}
