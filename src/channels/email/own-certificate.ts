import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A certificate that nobody vouches for, made at the first start and kept with the keys. Mail servers encrypt to it all
 * the same (opportunistic TLS, RFC 7435), so what is said on the way to us is not read by whoever only listens.
 */
export async function ownCertificate(folder: string): Promise<string> {
  const path = join(folder, "listener.pem");
  const notAfterDate = new Date(Temporal.Now.instant().add({ hours: 24 * 3650 }).epochMilliseconds);
  try {
    return readFileSync(path, "utf8");
  } catch {
    const { generate } = await import("selfsigned");
    const { private: key, cert } = await generate([{ name: "commonName", value: "redress" }], {
      keyType: "ec",
      notAfterDate,
    });
    writeFileSync(path, `${key}${cert}`, { mode: 0o600 });
    return `${key}${cert}`;
  }
}
