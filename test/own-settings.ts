import { join } from "node:path";
import type { Settings } from "../src/settings.ts";

type Own = { folder: string; url?: string; port?: number } & Partial<Settings["mail"]>;

/** The settings of a Redress of one's own: data in a folder, mail taken in on any free port, nothing else outside. */
export const ownSettings = ({ folder, url = "http://redress.test", port = 0, ...mail }: Own): Settings => ({
  http: { host: "127.0.0.1", port, url, metricsToken: undefined, shutdownDelay: 0 },
  data: { folder, keys: join(folder, "keys"), databaseUrl: undefined },
  mail: {
    out: undefined,
    listen: { host: "127.0.0.1", port: 0, lmtp: false },
    imap: [],
    tls: undefined,
    receivers: [],
    dkim: undefined,
    clamav: undefined,
    ...mail,
  },
  backup: { folder: undefined, lock: undefined, opener: undefined },
  logLevel: "silent",
  notices: [],
});
