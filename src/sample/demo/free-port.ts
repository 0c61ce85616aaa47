import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** The port that was asked for, or any free one where that is taken. */
export const freePort = async (host: string, asked: number): Promise<number> =>
  (await tried(host, asked)) ?? (await tried(host, 0))!;

async function tried(host: string, port: number): Promise<number | undefined> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    if ((error as { code?: string }).code === "EADDRINUSE") return undefined;
    throw error;
  } finally {
    probe.close();
  }
}
