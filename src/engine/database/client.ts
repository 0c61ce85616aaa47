import pg from "pg";

/** A connection of its own, outside any pool. When it breaks, its query fails; the process does not. */
export async function openClient(
  config: pg.ClientConfig & Pick<pg.PoolConfig, "Client">,
): Promise<pg.Client> {
  const Client = (config.Client ?? pg.Client) as typeof pg.Client;
  const client = new Client(config);
  client.on("error", () => {});
  await client.connect();
  return client;
}
