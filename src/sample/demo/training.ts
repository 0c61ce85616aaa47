import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";
import type { SampleName } from "./staff.ts";

const content =
  "The policy step by step, listening, writing plainly, conflicts of interest, data protection.";

/** Everybody is trained twice and confirms the policy, except Lea, who missed the second session. */
export async function* train({ ask, team, days }: Kit): Course {
  const everybody = Object.keys(team) as SampleName[];
  const confirm = async (who: readonly SampleName[], policyVersion: number) => {
    for (const name of who)
      await ask(team[name], "POST /training/confirmations", { body: { policyVersion } });
  };
  const hold = async (who: readonly SampleName[], date: string) => {
    const { id } = await ask(team.maren, "POST /training/sessions", {
      body: { state: "held", date, trainerName: "Dr. Vera Vortrag", content, materials: "Slides, edition 3" },
    });
    const people = everybody.map((name) => ({ person: team[name].id, attended: who.includes(name) }));
    await ask(team.maren, "POST /training/sessions/:id/attendance", { params: { id }, body: { people } });
  };
  await hold(everybody, days.begin.slice(0, 10));
  await confirm(everybody, 1);

  const second = days.on(days.ago(5), 6, "16:30");
  yield second;
  const present = everybody.filter((name) => name !== "lea");
  await hold(present, second.slice(0, 10));

  // Of the second version of the policy, which everybody but Lea has read.
  yield days.on(days.ago(4), 12, "11:00");
  await confirm(present, 2);

  yield days.on(days.ago(1), 8, "15:00");
  const next = await ask(team.maren, "POST /training/sessions", {
    body: {
      state: "planned",
      date: days.today.add({ days: 18 }).toString(),
      trainerId: team.maren.id,
      content: "What we learnt from the complaints of this year.",
    },
  });
  await learn({ ask, team }, next.id);
}

/** A lesson that is told in the next session, and one that nobody has decided about. */
async function learn({ ask, team }: Pick<Kit, "ask" | "team">, sessionId: string): Promise<void> {
  const lesson = await ask(team.hanna, "POST /training/lessons", {
    body: {
      text: "Whoever cancels a course within two days calls everybody; a message in the evening is not read.",
      category: "scheduling",
      rootCause: "communication_late",
    },
  });
  await ask(team.maren, "POST /training/lessons/:id/acceptance", {
    params: { id: lesson.id },
    body: { version: lesson.version, sessionId },
  });
  await ask(team.hakan, "POST /training/lessons", {
    body: {
      text: "Before certificates are printed anew, somebody compares them with the list, name by name.",
      category: "certificate",
      rootCause: "system_defect",
    },
  });
}
