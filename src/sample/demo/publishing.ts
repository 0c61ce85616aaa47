import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";

/** The second version of the policy: phone hours, and escalations at an address of their own. Drafted by one, approved by another. */
export async function* publishAgain({ ask, team, days }: Kit): Course {
  const drafted = days.on(days.ago(4), 5, "10:00");
  yield drafted;
  const draft = await ask(team.maren, "POST /policies/drafts", { body: {} });
  const params = { id: draft.id };
  const { document } = draft;
  const { channels, contacts } = document;
  const saved = await ask(team.maren, "PUT /policies/drafts/:id", {
    params,
    body: {
      revision: draft.revision,
      document: {
        ...document,
        lastUpdated: drafted.slice(0, 10),
        channels: {
          ...channels,
          phone: { ...channels.phone, hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "16:00" }] },
        },
        contacts: { ...contacts, escalations: "escalations@ctterra.com" },
      },
    },
  });
  yield days.on(days.ago(4), 7, "09:30");
  const { revision } = saved;
  await ask(team.mats, "POST /policies/drafts/:id/approval", { params, body: { revision } });
  await ask(team.mats, "POST /policies/drafts/:id/publication", { params, body: {} });

  // The next one has been begun.
  yield days.on(days.ago(0), 1, "14:00");
  await ask(team.maren, "POST /policies/drafts", { body: {} });
}
