import type { Handlers, No } from "../../operations.ts";
import type { Db } from "../../engine/database/database.ts";
import type { officeOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { usualLimits } from "../../core/complaint/authority.ts";
import { AuthoritySetting } from "./contract.ts";
import { setting } from "./people.ts";
import { changeSetting } from "./settings.ts";

/** Who may approve how much; what administrators never set is as it usually is. */
export const authorityLimits = (db: Db): Promise<AuthoritySetting> =>
  setting(db, "authority", AuthoritySetting, usualLimits);

type Authority = Pick<Handlers<typeof officeOperations>, "GET /office/authority" | "PUT /office/authority">;
const forbidden: No = { kind: "forbidden" };

/** Everybody in the office may read the limits, administrators set them; every state is kept. */
export const authorityHandlers = ({ db, now }: { db: Db; now: () => string }): Authority => ({
  "GET /office/authority": async ({ who }) =>
    mayInOffice(who.roles, "read-office") ? { ok: await authorityLimits(db) } : forbidden,
  "PUT /office/authority": async ({ who, body }) => {
    if (!mayInOffice(who.roles, "change-settings")) return forbidden;
    await changeSetting(db, "authority", body, who.id, now());
    return { ok: await authorityLimits(db) };
  },
});
