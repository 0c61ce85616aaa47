import type { Db } from "../../../engine/database/database.ts";
import type { Handlers } from "../../../operations.ts";
import { mayInOffice } from "../../../core/access/office.ts";
import type { taxonomyOperations } from "./contract.ts";
import { changeTaxonomy, taxonomies, taxonomyHistory } from "./taxonomies.ts";

/** The API of the lists by which complaints are told apart. */
export function taxonomyHandlers({
  db,
  now,
}: {
  db: Db;
  now: () => string;
}): Handlers<typeof taxonomyOperations> {
  return {
    "GET /taxonomies": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? { ok: { items: await taxonomies(db) } } : { kind: "forbidden" },
    "PUT /taxonomies/:name": async ({ who, params: { name }, body }) => {
      if (!mayInOffice(who.roles, "change-settings")) return { kind: "forbidden" };
      const changed = await changeTaxonomy(db, name, body, who.id, now());
      if (changed === "code-removed") return { kind: "conflict", code: "code-removed" };
      if (changed === "code-twice") return { kind: "invalid", field: "entries", message: "code_twice" };
      return "stale" in changed ? { kind: "stale", version: changed.stale } : { ok: changed };
    },
    "GET /taxonomies/:name/history": async ({ who, params: { name } }) =>
      mayInOffice(who.roles, "read-office")
        ? { ok: { items: await taxonomyHistory(db, name) } }
        : { kind: "forbidden" },
  };
}
