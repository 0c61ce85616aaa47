import type { Handlers } from "../../operations.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Db } from "../../engine/database/database.ts";
import type { staffOperations } from "./contract.ts";
import { addPerson, disablePerson, people } from "./accounts.ts";
import { invite } from "./invitations.ts";

type Office = {
  db: Db;
  now: () => string;
  policyAt: (instant: string) => Promise<Policy>;
  url: string;
  mailOut: boolean;
};

export const staffHandlers = ({
  db,
  now,
  policyAt,
  url,
  mailOut,
}: Office): Handlers<typeof staffOperations> => ({
  "GET /session": async ({ who }) => {
    const person = await db
      .selectFrom("person")
      .select(["name", "email"])
      .where("id", "=", who.id)
      .executeTakeFirst();
    const { organisation, zone, platforms } = await policyAt(now());
    return {
      ok: {
        id: who.id,
        name: person?.name ?? "API key",
        ...(person && { email: person.email }),
        roles: [...who.roles],
        organisation: organisation.name,
        zone,
        platforms: platforms.map(({ code, name }) => ({ code, name })),
        mailOut,
      },
    };
  },
  "PUT /session/language": async ({ who, body: { language } }) => {
    await db.updateTable("person").set({ language }).where("id", "=", who.id).execute();
    return { ok: { language } };
  },
  "GET /people": async () => ({ ok: { items: await people(db) } }),
  "POST /people": async ({ who, body }) => {
    if (!who.roles.includes("admin")) return { kind: "forbidden" };
    const added = await addPerson(db, body, now());
    if ("refused" in added) return { kind: "invalid", field: "email", message: "address_taken" };
    const token = await invite(db, added.id, now());
    return { ok: { person: { ...added, disabled: false }, invitation: `${url}/desk/set-up/${token}` } };
  },
  "POST /people/:id/disablement": async ({ who, params }) => {
    if (!who.roles.includes("admin")) return { kind: "forbidden" };
    if (params.id === who.id) return { kind: "invalid", field: "id", message: "own_account" };
    return (await disablePerson(db, params.id, now())) ? { ok: { disabled: true } } : { kind: "unknown" };
  },
});
