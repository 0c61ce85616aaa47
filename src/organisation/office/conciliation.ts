import type { Handlers, No } from "../../operations.ts";
import type { Db } from "../../engine/database/database.ts";
import type { officeOperations } from "./contract.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { ConciliationSetting } from "./contract.ts";
import { changeSetting, settingAt } from "./settings.ts";

/** The conciliation body that consumers are told; nothing until an administrator has named it. */
export async function conciliationNow(db: Db): Promise<ConciliationSetting | undefined> {
  const read = ConciliationSetting.safeParse((await settingAt(db, "conciliation"))?.value);
  return read.success ? read.data : undefined;
}

type Conciliation = Pick<
  Handlers<typeof officeOperations>,
  "GET /office/conciliation" | "PUT /office/conciliation"
>;
const forbidden: No = { kind: "forbidden" };

/** Whether we take part is a declaration of the organisation: only administrators make it, and every state is kept. */
export function conciliationHandlers({ db, now }: { db: Db; now: () => string }): Conciliation {
  const shown = async () => {
    const conciliation = await conciliationNow(db);
    return { ok: conciliation ? { conciliation } : {} };
  };
  return {
    "GET /office/conciliation": async ({ who }) =>
      mayInOffice(who.roles, "read-office") ? shown() : forbidden,
    "PUT /office/conciliation": async ({ who, body }) => {
      if (!mayInOffice(who.roles, "change-settings")) return forbidden;
      await changeSetting(db, "conciliation", body, who.id, now());
      return shown();
    },
  };
}
