import pg from "pg";
import { openClient } from "./client.ts";
import { clientOf, hostsOf } from "./hosts.ts";

/** The same server, another database. */
export function inDatabase(config: pg.PoolConfig, database: string): pg.PoolConfig {
  const at = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${database}`;
    return url.href;
  };
  const hosts = config.Client && hostsOf(config.Client);
  return {
    ...config,
    ...(config.connectionString ? { connectionString: at(config.connectionString) } : { database }),
    ...(hosts && { Client: clientOf({ ...hosts, urls: hosts.urls.map(at) }) }),
  };
}

/**
 * Works in a database that is made for it and dropped afterwards. One at a time for each database: what is found under the
 * name was left by somebody who was killed.
 */
export async function inScratchDatabase<T>(
  owner: pg.PoolConfig,
  work: (scratch: pg.PoolConfig) => Promise<T>,
): Promise<T> {
  const client = await openClient(owner);
  try {
    const { rows } = await client.query<{ name: string }>(
      "select 'redress_scratch_' || left(md5(current_database()), 12) as name",
    );
    const { name } = rows[0]!;
    const drop = () => client.query(`drop database if exists ${name} with (force)`);
    await drop();
    await client.query(`create database ${name}`);
    try {
      return await work(inDatabase(owner, name));
    } finally {
      await drop();
    }
  } finally {
    await client.end();
  }
}
