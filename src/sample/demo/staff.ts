import type { Role } from "../../core/access/access.ts";
import type { Desk } from "../../record/desk.ts";
import type { Staff } from "../../core/access/access.ts";
import { addPerson } from "../../organisation/staff/accounts.ts";

/** Who works in the sample office. Everybody reads these passwords; the demo listens on this machine alone. */
export const sampleStaff = {
  ada: {
    name: "Ada Admin",
    roles: ["admin"],
    does: "people, settings, policy, calendar; reads no complaints",
  },
  ines: { name: "Ines Intake", roles: ["intake"], does: "mail room, takes complaints down, calls" },
  hanna: { name: "Hanna Handler", roles: ["handler"], does: "owns, investigates and proposes" },
  hakan: { name: "Hakan Handler", roles: ["handler"], does: "owns, investigates and proposes" },
  lea: { name: "Lea Lapsed", roles: ["handler"], does: "as Hanna, but her training has run out" },
  arno: { name: "Arno Approver", roles: ["approver"], does: "approves proposals, releases payments" },
  maren: {
    name: "Maren Manager",
    roles: ["manager"],
    does: "all of this, reports, chairs the management review",
  },
  mats: { name: "Mats Manager", roles: ["manager"], does: "as Maren; approves what she drafted" },
  odile: { name: "Odile Auditor", roles: ["auditor"], does: "reads everything, reviews closed files" },
} as const satisfies Record<string, { name: string; roles: readonly Role[]; does: string }>;

export type SampleName = keyof typeof sampleStaff;
export type Team = Record<SampleName, Staff>;

/** To whom Redress writes in German. */
const german: readonly SampleName[] = ["hakan", "mats"];
const names = Object.keys(sampleStaff) as SampleName[];
export const addressOf = (name: SampleName) => `${name}@demo.example`;
export const passwordOf = (name: SampleName) => `redress-demo-${name}`;

/** Hires them; one of them reads German letters and another English ones. */
export async function hire({ db, now }: Desk): Promise<Team> {
  const team: Partial<Team> = {};
  for (const name of names) {
    const { roles } = sampleStaff[name];
    const person = {
      email: addressOf(name),
      name: sampleStaff[name].name,
      roles: [...roles],
      password: passwordOf(name),
    };
    const added = await addPerson(db, person, now());
    if ("refused" in added) throw new Error(added.refused);
    const language = german.includes(name) ? "de" : "en";
    await db.updateTable("person").set({ language }).where("id", "=", added.id).execute();
    team[name] = { kind: "staff", id: added.id, roles };
  }
  return team as Team;
}

/** Name, address, password and what they may, as a table for the terminal. */
export function staffTable(): string {
  const rows = names.map((name) => [sampleStaff[name].name, addressOf(name), passwordOf(name)] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row, at) =>
      [...row.map((cell, column) => cell.padEnd(widths[column]!)), sampleStaff[names[at]!].does].join("  "),
    )
    .join("\n");
}
