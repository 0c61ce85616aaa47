import { createHash } from "node:crypto";

/** Where every chain begins. */
export const genesis: Buffer = Buffer.alloc(32);

export type Link = {
  complaintId: string;
  version: number;
  type: string;
  data: unknown;
  actor: string;
  recordedAt: string;
  commitments: Record<string, string>;
};

/**
 * SHA-256 over "redress-1", the complaint (16 bytes), its version (8 bytes, big-endian), the previous hash (32 bytes),
 * and the length-prefixed canonical JSON (RFC 8785) of everything else that the row says, commitments included.
 */
export function hashOf(previous: Buffer, { complaintId, version, ...said }: Link): Buffer {
  const meta = Buffer.from(canonical(said));
  const numbers = Buffer.alloc(12);
  numbers.writeBigUInt64BE(BigInt(version));
  numbers.writeUInt32BE(meta.length, 8);
  return createHash("sha256")
    .update("redress-1")
    .update(Buffer.from(complaintId.replaceAll("-", ""), "hex"))
    .update(numbers.subarray(0, 8))
    .update(previous)
    .update(numbers.subarray(8))
    .update(meta)
    .digest();
}

/** One text for one value, whatever order its keys were stored in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
}
