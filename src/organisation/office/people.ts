import { z } from "zod";
import type { Db } from "../../engine/database/database.ts";
import type { Role } from "../../core/access/access.ts";
import { isAway } from "../../core/routing/routing.ts";
import { Absences, Deputies, EscalationContacts } from "./contract.ts";
import { settingAt } from "./settings.ts";

export type Colleague = { id: string; roles: Role[] };

/** Everybody who works here, always in the same order. */
export async function atWork(db: Db): Promise<Colleague[]> {
  const rows = await db
    .selectFrom("person")
    .select(["id", "roles"])
    .where("disabled_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id, roles }) => ({ id, roles: roles as Role[] }));
}

export const withRole = (people: readonly Colleague[], ...wanted: Role[]): string[] =>
  people.filter(({ roles }) => roles.some((role) => wanted.includes(role))).map(({ id }) => id);

/** Every manager; while there is none, every administrator. */
export function managersOf(people: readonly Colleague[]): string[] {
  const managers = withRole(people, "manager");
  return managers.length > 0 ? managers : withRole(people, "admin");
}

/** Who answers for what when it gets late. */
export type Responsible = { contacts: string[]; deputies: Record<string, string> };

/** Who is away on a day, as an ISO date. */
export async function awayOn(db: Db, day: string): Promise<Set<string>> {
  const absences = await setting(db, "absences", Absences, []);
  return new Set(absences.filter((each) => isAway(each, day)).map(({ person }) => person));
}

/**
 * The escalation contacts and deputies who still work here. While no contact is named, every manager is one, so that
 * an alarm always reaches somebody; while there is no manager either, every administrator.
 */
export async function responsible(db: Db): Promise<Responsible> {
  const [people, contacts, deputies] = await Promise.all([
    atWork(db),
    setting(db, "escalation-contacts", EscalationContacts, []),
    setting(db, "deputies", Deputies, {}),
  ]);
  const here = new Set(people.map(({ id }) => id));
  const named = contacts.filter((id) => here.has(id));
  return {
    contacts: named.length > 0 ? named : managersOf(people),
    deputies: Object.fromEntries(Object.entries(deputies).filter(([, deputy]) => here.has(deputy))),
  };
}

/** Who keeps Redress itself in order: the escalation contacts and the administrators. */
export async function caretakers(db: Db): Promise<string[]> {
  const [{ contacts }, people] = await Promise.all([responsible(db), atWork(db)]);
  return [...new Set([...contacts, ...withRole(people, "admin")])];
}

export async function setting<T>(db: Db, name: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
  const read = schema.safeParse((await settingAt(db, name))?.value);
  return read.success ? read.data : otherwise;
}
