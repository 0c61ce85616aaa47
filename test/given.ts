import assert from "node:assert/strict";
import type { Calendar } from "../src/core/calendar/calendar.ts";
import type { DatedFact } from "../src/core/complaint/events.ts";
import { isRefusal, type Command, type Receipt } from "../src/core/complaint/commands.ts";
import { decide } from "../src/core/complaint/complaint.ts";
import type { Complaint } from "../src/core/complaint/state.ts";
import { evolve } from "../src/core/complaint/evolve.ts";
import { berlinCalendar } from "../src/organisation/policies/holidays.ts";
import { seedPolicy } from "../src/organisation/policies/seed.ts";

export const mara = "11111111-1111-4111-8111-111111111111";
export const boss = "22222222-2222-4222-8222-222222222222";
export const tom = "33333333-3333-4333-8333-333333333333";

export const receipt: Receipt = {
  do: "receive",
  reference: "CT-2026-000001-3",
  platform: "ctterra",
  channel: "phone",
  receivedAt: "2026-11-20T16:30:00.000Z",
  complainant: { name: "Anna", email: "anna@kundin.example", language: "de" },
  subject: { kind: "programme" },
  statement: "The course was cancelled.",
};

export type Story = { now: string; by: string; command: Command; calendar?: Calendar };

/** What happened so far: each command is carried out by somebody at some time, and none may be refused. */
export function given(...story: (Command | Story)[]) {
  let state: Complaint | undefined;
  let now = "2026-11-20T16:30:00.000Z";
  let by = mara;
  let calendar = berlinCalendar;
  const circumstances = () => ({ now, actor: by, policy: seedPolicy, calendar });
  const take = (command: Command) => decide(command, state, circumstances());
  for (const each of story) {
    if ("by" in each) ({ now, by, calendar = calendar } = each);
    const command = "by" in each ? each.command : each;
    const events = take(command);
    assert.ok(!isRefusal(events), `${command.do} was refused: ${JSON.stringify(events)}`);
    for (const { type, data } of events) state = evolve(state, { type, data, recordedAt: now } as DatedFact);
  }
  return {
    state: state!,
    when: (command: Command, at = now, who = by, known = calendar) => {
      [now, by, calendar] = [at, who, known];
      const events = take(command);
      return {
        causes: (...types: string[]) =>
          assert.deepEqual(isRefusal(events) ? events : events.map(({ type }) => type), types),
        refused: (code: string, field?: string) =>
          assert.deepEqual(events, { refused: code, ...(field && { field }) }),
        answers: (expected: object) => assert.deepEqual(events, expected),
        words: (type: string) =>
          isRefusal(events) ? undefined : events.find((event) => event.type === type)?.words,
        data: (type: string) =>
          isRefusal(events)
            ? undefined
            : (events.find((event) => event.type === type)?.data as Record<string, unknown> | undefined),
      };
    },
  };
}
