import { existsSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { erasuresIn, type Erasure } from "../../casework/complaints/erasing.ts";
import type { Db } from "../../engine/database/database.ts";

/** What was erased, up to a moment. It names complaints by their ids and holds no word. */
const Ledger = z.object({
  asOf: z.iso.datetime(),
  erasures: z.array(z.object({ complaintId: z.uuid(), rule: z.string(), owners: z.array(z.uuid()) })),
});
export type Ledger = z.output<typeof Ledger>;

export const ledgerName = "erasures.json";

/** The file is there and says nothing that can be read. */
export class LedgerUnreadable extends Error {}

/**
 * Notes what was erased in a file of this folder, beside keys and backups and outside both. What the file knows already
 * stays in it, whatever the database says now.
 */
export async function noteErasures(
  db: Db,
  folder: string,
  now: string,
  known: readonly Ledger[] = [],
): Promise<void> {
  const file = join(folder, ledgerName);
  const ledger = together([
    ...known,
    ...(existsSync(file) ? [readLedger(file)] : []),
    { asOf: now, erasures: await erasuresIn(db) },
  ]);
  const partial = `${file}.${process.pid}.partial`;
  const handle = await open(partial, "w", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(ledger, null, 1)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}

/** @throws LedgerUnreadable */
export function readLedger(file: string): Ledger {
  try {
    return Ledger.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new LedgerUnreadable(`The record of erasures ${file} cannot be read; nothing was changed.`);
  }
}

/** What the records in these folders know together; undefined where there is none. */
export function ledgerIn(folders: readonly string[]): Ledger | undefined {
  const files = [...new Set(folders)]
    .map((folder) => join(folder, ledgerName))
    .filter((file) => existsSync(file));
  return files.length > 0 ? together(files.map(readLedger)) : undefined;
}

export function together(ledgers: readonly Ledger[]): Ledger {
  const all = new Map<string, Erasure>();
  for (const each of ledgers.flatMap(({ erasures }) => erasures)) {
    const owners = new Set([...(all.get(each.complaintId)?.owners ?? []), ...each.owners]);
    all.set(each.complaintId, { ...each, owners: [...owners] });
  }
  return {
    asOf: ledgers
      .map(({ asOf }) => asOf)
      .toSorted()
      .at(-1)!,
    erasures: [...all.values()],
  };
}
