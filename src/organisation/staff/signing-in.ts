import type { Db } from "../../engine/database/database.ts";
import { keyedDigest, type Keys } from "../../record/content/keys.ts";
import { isPassword } from "./passwords.ts";
import { openSession } from "./sessions.ts";
import { forgetFailures, mayTry } from "./throttling.ts";

type Attempt = { email: string; password: string; from: string };

/** A session for the right password; the same refusal for a wrong one and for an address that nobody has. */
export async function signIn(
  db: Db,
  keys: Keys,
  { email, password, from }: Attempt,
  now: string,
): Promise<{ token: string; personId: string } | { refused: "wrong" | "too-soon" }> {
  const address = email.trim().toLowerCase();
  const counted = [
    keyedDigest(keys.lookup, "sign-in address", address),
    keyedDigest(keys.lookup, "sign-in from", from),
  ];
  if (!(await mayTry(db, counted, now))) return { refused: "too-soon" };
  const person = await db
    .selectFrom("person")
    .select(["id", "password_hash"])
    .where("email", "=", address)
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  if (!(await isPassword(person?.password_hash, password)) || !person) return { refused: "wrong" };
  await forgetFailures(db, counted);
  return { token: await openSession(db, person.id, now), personId: person.id };
}
