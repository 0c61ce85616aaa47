import type { Redaction } from "../../core/complaint/events.ts";
import type { Desk } from "../../record/desk.ts";
import type { Unnamed } from "./redaction.ts";
import { open } from "../../record/content/content.ts";

/** Whose names a dossier does not say: whoever the asker listed, everybody who works or worked here, the complainant. */
export async function unnamed(
  desk: Desk,
  complaintId: string,
  redaction: Redaction,
  also: readonly string[],
): Promise<Unnamed[]> {
  const listed = also.map((name) => ({ names: [name], phones: isPhone(name) ? [name] : [] }));
  if (redaction === "none") return listed;
  const staff = await desk.db.selectFrom("person").select(["name", "email"]).orderBy("created_at").execute();
  const colleagues = staff.map(({ name, email }) => ({ names: [name, email] }));
  const customer = redaction === "all" ? [await complainant(desk, complaintId)] : [];
  return [...customer, ...colleagues, ...listed];
}

const isPhone = (name: string) => /^[+\d][\d\s()./-]{5,}$/.test(name);

async function complainant({ db, keys }: Desk, complaintId: string): Promise<Unnamed> {
  const kept = await open(db, keys, [complaintId], { version: 1, names: ["name", "email", "phone"] });
  const told = (name: string) =>
    kept.filter((each) => each.name === name).map(({ clear }) => clear.toString());
  return { names: [...told("name"), ...told("email")], phones: told("phone") };
}
