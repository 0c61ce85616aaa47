import { text } from "node:stream/consumers";
import type { Office } from "./office.ts";
import { z } from "zod";
import { openDatabase } from "../engine/database/database.ts";
import { addKey } from "../organisation/staff/api-keys.ts";
import { addPerson, rolesOfScope } from "../organisation/staff/accounts.ts";
import { invite } from "../organisation/staff/invitations.ts";
import { passwordLength } from "../organisation/staff/passwords.ts";
import { Failure, needed, optionsOf, UsageError } from "./usage.ts";

const now = () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 });

export async function staffCommand(office: Office, [verb, ...words]: string[]): Promise<void> {
  if (verb !== "add") throw new UsageError("staff knows only: add");
  const { options, rest } = optionsOf(words, ["email", "name", "role"], ["password-stdin"]);
  if (rest.length > 0) throw new UsageError(`what is ${rest[0]}?`);
  const email = needed(options, "email");
  if (!z.email().safeParse(email).success) throw new UsageError(`--email: ${email} is no address`);
  const roles = rolesOfScope(needed(options, "role"));
  if (!roles) throw new UsageError(`--role: ${options.role} is no role`);
  const password =
    "password-stdin" in options ? (await text(process.stdin)).replace(/\r?\n$/, "") : undefined;
  if (
    password !== undefined &&
    (password.length < passwordLength.min || password.length > passwordLength.max)
  )
    throw new UsageError(`the password must have ${passwordLength.min} to ${passwordLength.max} characters`);
  const db = openDatabase(office.access.app);
  try {
    const added = await addPerson(
      db,
      { email, name: needed(options, "name"), roles, ...(password !== undefined && { password }) },
      now(),
    );
    if ("refused" in added) throw new Failure("somebody already has this address; nothing was added");
    process.stdout.write(`Added ${added.name} (${added.roles.join(", ")}), id ${added.id}\n`);
    if (password === undefined)
      process.stdout.write(
        `To choose a password, once, within 72 hours: ${office.settings.http.url}/desk/set-up/${await invite(db, added.id, now())}\n`,
      );
  } finally {
    await db.destroy();
  }
}

export async function tokenCommand(office: Office, [verb, ...words]: string[]): Promise<void> {
  if (verb !== "add") throw new UsageError("token knows only: add");
  const { options, rest } = optionsOf(words, ["name", "scope"]);
  if (rest.length > 0) throw new UsageError(`what is ${rest[0]}?`);
  const roles = rolesOfScope(needed(options, "scope"));
  if (!roles) throw new UsageError(`--scope: ${options.scope} is neither read, write, all nor a role`);
  const db = openDatabase(office.access.app);
  try {
    process.stdout.write(`${await addKey(db, { name: needed(options, "name"), roles }, now())}\n`);
  } finally {
    await db.destroy();
  }
}
