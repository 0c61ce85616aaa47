import { z } from "zod";

/** Counts up when a program of today could not read a backup any more. */
export const format = 1;

/** The first thing in a backup: by whom it was made and of what. */
export const Head = z.object({
  format: z.number(),
  redress: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** In an order in which they can be filled: whatever is referred to comes first. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Head = z.output<typeof Head>;

const Part = z.object({
  name: z.string(),
  rows: z.number().optional(),
  bytes: z.number(),
  sha256: z.string(),
});
export type Part = z.output<typeof Part>;

/** The last thing in it: what must have come before. */
export const Manifest = z.object({
  parts: z.array(Part),
  /** What a person decided about a mail and the mail room has not carried out yet: the queue is not backed up. */
  rulings: z.array(z.object({ intakeId: z.uuid(), ruling: z.unknown() })),
});
export type Manifest = z.output<typeof Manifest>;

/** Wrapped keys and key files lie apart from what they open. */
export const placeOf = (table: string) => `${table === "data_key" ? "keys" : "data"}/${table}`;
