import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a session, a key or an invitation; only its digest is stored. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const digestOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
