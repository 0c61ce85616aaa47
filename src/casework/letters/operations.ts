import type { Desk } from "../../record/desk.ts";
import type { Handlers, No } from "../../operations.ts";
import type { letterOperations, LetterTemplate } from "./contract.ts";
import { mayInOffice, type OfficeAct } from "../../core/access/office.ts";
import { letterKinds } from "../../core/complaint/letters.ts";
import { letterProblemsOf } from "../../core/letters/checking.ts";
import { allowed, mandatory } from "../../core/letters/content.ts";
import { slots } from "../../core/letters/slots.ts";
import { languages } from "../../texts/catalogue.ts";
import { compareLines } from "../../texts/comparing.ts";
import { compose } from "./composing.ts";
import { sampleOccasion } from "./sample.ts";
import { history, restore, reword, wordings, type Which, type Worded } from "./templates.ts";

type Who = { id: string; roles: Parameters<typeof mayInOffice>[0] };

/** The API of how letters are worded. Everybody in the office may read them, administrators change them. */
export function letterHandlers(desk: Desk): Handlers<typeof letterOperations> {
  const { db, now } = desk;
  const allowedTo = async <T>(who: Who, act: OfficeAct, run: () => Promise<T | No>): Promise<T | No> =>
    mayInOffice(who.roles, act) ? run() : { kind: "forbidden" };
  const shown = (which: Which, found: Worded | No): { ok: LetterTemplate } | No =>
    "body" in found ? { ok: templateView(which, found) } : found;

  return {
    "GET /letters": ({ who }) =>
      allowedTo(who, "read-office", async () => {
        const all = languages.flatMap((language) => letterKinds.map((kind) => ({ kind, language })));
        const found = await wordings(db, all);
        return { ok: { items: found.map(([which, worded]) => templateView(which, worded)) } };
      }),
    "GET /letters/:kind/:language/history": ({ who, params }) =>
      allowedTo(who, "read-office", async () => {
        const all = await history(db, params);
        const items = all.map((each, index) => ({
          ...each,
          changes: compareLines(linesOf(all[index + 1] ?? each), linesOf(each)),
        }));
        return { ok: { items } };
      }),
    "PUT /letters/:kind/:language": ({ who, params, body: { version, ...words } }) =>
      allowedTo(who, "change-settings", async () =>
        shown(params, await reword(db, params, words, { version, by: who.id, at: now() })),
      ),
    "POST /letters/:kind/:language/preview": ({ who, params, body }) =>
      allowedTo(who, "read-office", async () => ({
        ok: {
          ...compose(body, await sampleOccasion(desk, params)),
          problems: letterProblemsOf(params.kind, body),
        },
      })),
    "POST /letters/:kind/:language/restoration": ({ who, params, body }) =>
      allowedTo(who, "change-settings", async () => {
        const change = { version: body.version, by: who.id, at: now() };
        return shown(params, await restore(db, params, body.restore, change));
      }),
  };
}

const linesOf = ({ subject, body }: Worded) => [subject, "", ...body.split("\n")];

const templateView = (which: Which, worded: Worded): LetterTemplate => ({
  ...which,
  ...worded,
  mandatory: mandatory(which.kind),
  slots: allowed(which.kind).map((name) => ({ name, form: slots[name] })),
  problems: letterProblemsOf(which.kind, worded),
});
