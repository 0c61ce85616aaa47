import type pg from "pg";
import { openClient } from "./client.ts";

/** Runs a step while nobody else runs one on the same database; a node that dies in it frees the others at once. */
export async function oneAtATime<T>(
  owner: pg.PoolConfig,
  step: () => Promise<T>,
  name = "redress start",
): Promise<T> {
  // Lost in the middle, the step fails by itself or is whole all the same: each of its parts can be repeated.
  const client = await openClient(owner);
  try {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    return await step();
  } finally {
    await client.end();
  }
}
