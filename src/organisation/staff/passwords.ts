import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane; 29–81 ms measured on two shared cores. */
const cost = { parallelism: 1, tagLength: 32, memory: 19456, passes: 2 };

export const passwordLength = { min: 12, max: 200 };

/** Two at a time: many sign-ins at once must not take the memory of everything else. */
let free = 2;
const waiting: (() => void)[] = [];

async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
  else free -= 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

const tag = (password: string, nonce: Buffer) =>
  oneOfTwo(() => derive("argon2id", { ...cost, message: Buffer.from(password.normalize("NFKC")), nonce }));

/** The PHC string that is stored. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await tag(password, salt);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=1$${salt.toString("base64url")}$${hash.toString("base64url")}`;
}

/** What an unknown address is compared with, so that its answer takes as long. */
const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${Buffer.alloc(16).toString("base64url")}$${Buffer.alloc(32).toString("base64url")}`;

export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  if (password.length > passwordLength.max) return false;
  const [salt, hash] = (stored ?? nobody)
    .split("$")
    .slice(-2)
    .map((part) => Buffer.from(part, "base64url"));
  const matches = timingSafeEqual(await tag(password, salt!), hash!);
  return matches && stored !== null && stored !== undefined;
}
