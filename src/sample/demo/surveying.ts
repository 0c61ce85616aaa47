import type { z } from "zod";
import type { Course } from "../seeding/agenda.ts";
import type { NewAnswer } from "../../areas/surveys/contract.ts";
import type { Kit } from "./kit.ts";
import { lifeOf } from "../seeding/life.ts";
import { stories } from "../seeding/stories.ts";
import { programmes } from "./programmes.ts";

/** What comes of an answer that becomes a complaint. */
const of = stories.find(({ category }) => category === "information")!;

const low = [
  "Die Pausen waren zu kurz, und der Raum war stickig.",
  "Ich habe zweimal nach der Teilnahmebestätigung gefragt und keine Antwort bekommen.",
  "Too many slides, and nobody answered my question about batteries.",
  "Der Trainer wusste viel, hat aber niemanden zu Wort kommen lassen.",
  "The room was changed twice and nobody told us.",
];

/** Every third month an institute sends answers. Of the last ones the low answers still wait for somebody. */
export async function* survey({ ask, team, days, agenda, cases }: Kit): Course {
  const { chance } = cases;
  const latest = days.on(days.ago(0), 2, "10:00") < days.end ? 1 : 2;
  for (const monthsAgo of [latest + 9, latest + 6, latest + 3, latest]) {
    const month = days.ago(monthsAgo);
    yield days.on(days.ago(monthsAgo - 1), 2, "10:00");
    const answers = Array.from({ length: 24 }, (_, index): z.input<typeof NewAnswer> => {
      const isLow = index % 8 === 0;
      const programme = chance.one(programmes).code;
      const heard = isLow ? chance.one(low) : undefined;
      return {
        id: `${month.toString()}-${index + 1}`,
        answeredOn: month.toPlainDate({ day: 3 + index }).toString(),
        platform: ["pv_basics", "wind_fitters", "heat_pumps"].includes(programme) ? "ctterra" : "cleantech",
        programme,
        scores: isLow ? [1, 2] : [4 + chance.below(2), 3 + chance.below(3)],
        ...(heard && { words: heard, language: /[a-z] the |nobody/.test(heard) ? "en" : "de" }),
        ...(heard &&
          index === 0 && {
            contact: { wanted: true as const, name: "Kim Probe", email: `kim.${monthsAgo}@customer.example` },
          }),
      };
    });
    await ask(team.ines, "POST /surveys/imports", {
      body: { source: "Course survey", scale: { low: 1, high: 5, better: "high" }, answers },
    });
    if (monthsAgo === latest) return;
    yield days.on(days.ago(monthsAgo - 1), 3, "11:00");
    const { items } = await ask(team.ines, "GET /surveys/answers", { query: { state: "open" } });
    for (const [index, { id, contact }] of items.entries()) {
      const { decision } = await ask(team.ines, "POST /surveys/answers/:id/decision", {
        params: { id },
        body: contact
          ? { decision: "complaint", receivedAtReason: "The answers came once a quarter." }
          : {
              decision: "no_complaint",
              reason: index % 2 ? "Praise with one wish." : "About the weather, not about us.",
            },
      });
      if (decision?.complaint)
        agenda.add(cases.desk.now(), lifeOf(cases, { story: of, fate: "agreed" }, decision.complaint));
    }
  }
}
