import type { Ask } from "./asking.ts";
import type { Team } from "./staff.ts";
import { programmes } from "./programmes.ts";

/** What administrators set on the first day. */
export async function setUp(ask: Ask, team: Team, years: readonly number[]): Promise<void> {
  const { ada, hanna, hakan, arno, maren, mats } = team;
  await ask(ada, "PUT /taxonomies/:name", {
    params: { name: "programmes" },
    body: { version: 0, entries: programmes },
  });
  await ask(ada, "PUT /office/escalation-contacts", { body: { people: [maren.id, mats.id] } });
  await ask(ada, "PUT /office/deputies", {
    body: { deputies: { [hanna.id]: hakan.id, [hakan.id]: hanna.id, [maren.id]: mats.id } },
  });
  await ask(ada, "PUT /office/authority", {
    body: { limits: { approver: 50_000, manager: 500_000 }, secondAboveCents: 200_000 },
  });
  await ask(ada, "PUT /office/account", {
    body: { holder: "Cleantech Terra GmbH", iban: "DE02120300000000202051", bic: "BYLADEM1001" },
  });
  await ask(ada, "PUT /office/conciliation", {
    body: {
      body: "Universalschlichtungsstelle des Bundes",
      address: "Straßburger Str. 8, 77694 Kehl",
      url: "https://www.universalschlichtungsstelle.de",
      stance: "willing",
    },
  });
  await ask(ada, "PUT /office/management-team", {
    body: { people: [maren.id, mats.id, arno.id], chairId: maren.id, quorum: 2 },
  });
  const owners = [hanna.id, hakan.id];
  await ask(ada, "PUT /routing", {
    body: {
      rules: [
        { category: "trainer", department: "Kursleitung", owners: [hakan.id], deputy: hanna.id },
        { category: "invoice", department: "Buchhaltung", owners: [hanna.id], deputy: hakan.id },
        { platform: "cleantech", department: "cleantech.training", owners, deputy: maren.id },
        { department: "Kundenservice", owners, deputy: maren.id },
      ],
      management: { about: [maren.id, mats.id], owner: hanna.id, unseenBy: [maren.id, mats.id] },
    },
  });
  for (const year of years) await ask(ada, "POST /calendar/confirmation", { body: { year } });
}

/** Who is away for some days from today on. */
export async function goOnHoliday(ask: Ask, { ada, lea }: Team, today: Temporal.PlainDate): Promise<void> {
  const absences = [{ person: lea.id, from: today.toString(), to: today.add({ days: 9 }).toString() }];
  await ask(ada, "PUT /routing/absences", { body: { absences } });
}
