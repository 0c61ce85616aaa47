import type { Handlers, No } from "../../operations.ts";
import type { Db } from "../../engine/database/database.ts";
import { may, type Role } from "../../core/access/access.ts";
import { mayInOffice } from "../../core/access/office.ts";
import { changeSetting, settingAt } from "../../organisation/office/settings.ts";
import { AccountSetting, type paymentOperations } from "./contract.ts";
import { readIban } from "./iban.ts";

/** The account that we pay from; nothing until an administrator has set it. */
export async function accountNow(db: Db): Promise<AccountSetting | undefined> {
  const read = AccountSetting.safeParse((await settingAt(db, "account"))?.value);
  return read.success ? read.data : undefined;
}

type Account = Pick<Handlers<typeof paymentOperations>, "GET /office/account" | "PUT /office/account">;
const forbidden: No = { kind: "forbidden" };

export function accountHandlers({ db, now }: { db: Db; now: () => string }): Account {
  const shown = async () => {
    const account = await accountNow(db);
    return { ok: account ? { account } : {} };
  };
  const mayRead = (roles: readonly Role[]) =>
    mayInOffice(roles, "change-settings") || may(roles, "order-payment");
  return {
    "GET /office/account": async ({ who }) => (mayRead(who.roles) ? shown() : forbidden),
    "PUT /office/account": async ({ who, body }) => {
      if (!mayInOffice(who.roles, "change-settings")) return forbidden;
      const iban = readIban(body.iban);
      if (typeof iban !== "string") return iban;
      await changeSetting(db, "account", { ...body, iban }, who.id, now());
      return shown();
    },
  };
}
