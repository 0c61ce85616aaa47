import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";
import { fileCriteria, type FileAnswers } from "../../core/complaint/file-review.ts";
import { handle } from "../../casework/complaints/handle.ts";

const remark = "The letter says what we found, and not by when the customer hears again. Say the date.";

/** Some days after files were drawn the auditor looks at them; of the latest two still wait. */
export async function* reviewFiles({
  ask,
  team: { odile },
  days,
  cases: { desk, chance, refused },
}: Kit): Course {
  for (const month of days.months) {
    yield days.on(month, 5, "13:00");
    const [latest] = (await ask(odile, "GET /file-reviews", {})).items;
    const waiting = latest?.files.filter(({ mine, reviewed }) => mine && !reviewed) ?? [];
    const done = month.equals(days.months.at(-1)!) ? waiting.slice(2) : waiting;
    for (const { complaintId } of done) {
      const wanting = chance.of(0.4);
      const answers = Object.fromEntries(
        fileCriteria.map((criterion) => [
          criterion,
          criterion === "redress" && chance.of(0.2)
            ? "not_applicable"
            : wanting && criterion === chance.one(["letters", "lessons"])
              ? "no"
              : "yes",
        ]),
      ) as FileAnswers;
      const said = Object.values(answers).includes("no") && { remark };
      const outcome = await handle(desk, odile, complaintId, { do: "review-file", answers, ...said });
      if (!("kind" in outcome) || outcome.kind !== "recorded")
        refused(`review-file: ${JSON.stringify(outcome)}`);
    }
  }
}
