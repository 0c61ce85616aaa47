import { z } from "zod";
import type { Db } from "../database/database.ts";
import { Absences, Deputies, EscalationContacts } from "./contract.ts";
import { settingAt } from "./settings.ts";

/** Who answers for what when it gets late. */
export type Responsible = { contacts: string[]; deputies: Record<string, string> };

/** Who is away on a day, as an ISO date. */
export async function awayOn(db: Db, day: string): Promise<Set<string>> {
  const absences = await setting(db, "absences", Absences, []);
  return new Set(absences.filter(({ from, to }) => from <= day && day <= to).map(({ person }) => person));
}

/**
 * The escalation contacts and deputies who still work here. While no contact is named, every manager is one, so that
 * an alarm always reaches somebody; while there is no manager either, every administrator.
 */
export async function responsible(db: Db): Promise<Responsible> {
  const [people, contacts, deputies] = await Promise.all([
    db.selectFrom("person").select(["id", "roles"]).where("disabled_at", "is", null).orderBy("id").execute(),
    setting(db, "escalation-contacts", EscalationContacts, []),
    setting(db, "deputies", Deputies, {}),
  ]);
  const here = new Set(people.map(({ id }) => id));
  const withRole = (role: string) => people.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const named = contacts.filter((id) => here.has(id));
  const managers = withRole("manager");
  return {
    contacts: named.length > 0 ? named : managers.length > 0 ? managers : withRole("admin"),
    deputies: Object.fromEntries(Object.entries(deputies).filter(([, deputy]) => here.has(deputy))),
  };
}

export async function setting<T>(db: Db, name: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
  const read = schema.safeParse((await settingAt(db, name))?.value);
  return read.success ? read.data : otherwise;
}
