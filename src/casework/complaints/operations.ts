import type { Handlers } from "../../operations.ts";
import type { Command } from "../../core/complaint/commands.ts";
import type { Decision, NewComplaint } from "./bodies.ts";
import type { complaintOperations } from "./contract.ts";
import type { Desk } from "../../record/desk.ts";
import { conciliationNow } from "../../organisation/office/conciliation.ts";
import { isOffered } from "../../organisation/office/taxonomies/taxonomies.ts";
import { answer, changing, present } from "./changing.ts";
import { receive } from "./handle.ts";
import { toE164 } from "./phone.ts";
import { firstWords } from "./summary.ts";
import { complaintView } from "./queries/complaint.ts";
import { findComplaint } from "./queries/find.ts";
import { messageOf } from "./queries/message.ts";
import { register } from "./queries/register-pages.ts";
import { timeline } from "./queries/timeline.ts";

/** The API of a complaint: each change is a noun that is created, and answers the complaint as it is then. */
export function complaintHandlers(desk: Desk): Handlers<typeof complaintOperations> {
  const { change, when, naming, coding } = changing(desk);

  return {
    "POST /complaints": async (ask) => {
      const receipt = await receiptOf(desk, ask.body);
      return "kind" in receipt ? receipt : answer(desk, ask.who, await receive(desk, ask.who, receipt, ask));
    },
    "GET /complaints": async ({ who, query }) => {
      const page = await register(desk, who, query);
      return "kind" in page ? page : { ok: page };
    },
    "GET /complaints/:id": async ({ who, params }) => {
      const found = await findComplaint(desk, who, params.id);
      return "kind" in found ? found : { ok: await complaintView(desk, who, found.id) };
    },
    "GET /complaints/:id/events": async ({ who, params }) => {
      const found = await findComplaint(desk, who, params.id);
      return "kind" in found ? found : { ok: { items: await timeline(desk, who, found.id) } };
    },
    "POST /complaints/:id/acknowledgement": change(({ body: { via, at, reached, note } }) => ({
      do: "acknowledge",
      via,
      at: when(at),
      reached,
      ...(note && { note }),
    })),
    "POST /complaints/:id/assignment": change(async ({ body: { ownerId } }) =>
      naming("ownerId", ownerId, {
        do: "assign",
        ownerId,
        untrained: (await desk.trained(desk.now()))?.has(ownerId) === false,
      }),
    ),
    "POST /complaints/:id/investigation": change(({ who, body: { investigatorId = who.id, plan } }) => {
      const command: Command = { do: "investigate", investigatorId, ...(plan && { plan }) };
      return investigatorId === who.id ? command : naming("investigatorId", investigatorId, command);
    }),
    "POST /complaints/:id/findings": change(({ body }) =>
      coding("root-causes", "rootCause", [body.rootCause], { do: "record-finding", ...present(body) }),
    ),
    "POST /complaints/:id/paid-amount": change(({ body }) => ({
      do: "record-paid-amount",
      ...present(body),
    })),
    "POST /complaints/:id/proposals": change(({ body: { explanation, measures } }) => ({
      do: "propose",
      explanation,
      measures: measures.map(present),
    })),
    "POST /complaints/:id/proposals/:n/approval": change(({ params }) => ({
      do: "approve",
      proposal: params.n,
    })),
    "POST /complaints/:id/proposals/:n/dispatch": change(({ params, body: { via, at } }) => ({
      do: "dispatch",
      proposal: params.n,
      via,
      at: when(at),
    })),
    "POST /complaints/:id/decision": change(async ({ body }, id) => {
      const { decision, proposal } = body;
      const said = body.message ? await understood(desk, id, body.message) : heard(body, when);
      if (!said) return { kind: "invalid", field: "message", message: "unknown_message" } as const;
      const command: Command =
        decision === "ask" ? { do: "ask", ...said } : { do: decision, proposal, ...said };
      return command;
    }),
    "POST /complaints/:id/discussions": change(({ body }) => ({
      do: "discuss",
      ...present(body),
      at: when(body.at),
    })),
    "POST /complaints/:id/deadlock": change(async ({ body: { via, at, reason } }) => ({
      do: "declare-deadlock",
      via,
      at: when(at),
      reason,
      ...present({ conciliation: await conciliationNow(desk.db) }),
    })),
    "POST /complaints/:id/referrals": change(({ body }) => ({
      do: "refer",
      ...present(body),
      at: when(body.at),
    })),
    "POST /complaints/:id/referral-outcomes": change(({ body }) => ({
      do: "end-referral",
      ...present(body),
      at: when(body.at),
    })),
    "POST /complaints/:id/tasks": change(({ body }) =>
      naming("ownerId", body.ownerId, { do: "assign-measure", ...present(body) }),
    ),
    "POST /complaints/:id/implementation": change(({ body: { measure, at, note } }) => ({
      do: "implement",
      measure,
      at: when(at),
      ...(note && { note }),
    })),
    "POST /complaints/:id/follow-up": change(({ body }) => {
      const { via, reached, note, solved, words, handling, result } = body;
      const at = when(body.at);
      if (solved !== undefined) {
        const satisfaction = present({ handling, result });
        return { do: "answer-follow-up", via, at, solved, satisfaction, ...present({ words, note }) };
      }
      return via === "email"
        ? { do: "dispatch-follow-up", via, at, ...present({ note }) }
        : { do: "follow-up", via, at, reached, ...present({ note }) };
    }),
    "POST /complaints/:id/closure": change(({ who, body: { outcome, note } }) => {
      // Only management may end a complaint on which both sides disagree (STANDARDS §5, 21).
      if (outcome === "not_agreed" && !who.roles.includes("manager"))
        return Promise.resolve({ kind: "forbidden" } as const);
      return { do: "close", outcome, ...(note && { note }) };
    }),
    "POST /complaints/:id/withdrawal": change(({ body: { via, at, words } }) => ({
      do: "withdraw",
      via,
      at: when(at),
      ...(words && { words }),
    })),
    "POST /complaints/:id/reopening": change(({ body }) => ({ do: "reopen", ...body })),
    "POST /complaints/:id/escalation": change(({ body: { toId, reason } }) =>
      naming("toId", toId, { do: "escalate", toId, reason }),
    ),
    "POST /complaints/:id/conflicts": change(({ body: { personId } }) =>
      naming("personId", personId, { do: "name-conflict", personId }),
    ),
    "POST /complaints/:id/receipt-date": change(({ body }) => ({ do: "correct-receipt", ...body })),
    "POST /complaints/:id/late-reason": change(({ body }) => ({ do: "give-late-reason", ...body })),
    "POST /complaints/:id/holding-letter": change(({ body }) => ({ do: "hold", ...body, at: when(body.at) })),
    "POST /complaints/:id/assessment": change(async ({ body: { severity, ...rest } }) => {
      const command: Command = { do: "assess", severity, ...present(rest) };
      const coded = await coding("categories", "category", [rest.category], command);
      return "do" in coded ? coding("programmes", "programme", [rest.programme], command) : coded;
    }),
    "POST /complaints/:id/declarations": change(({ body: { kind, at, words } }) => ({
      do: "record-declaration",
      kind,
      ...(at && { at }),
      ...(words && { words }),
    })),
    "POST /complaints/:id/settlement": change(({ body: { declaration, at, note } }) => ({
      do: "settle-declaration",
      declaration,
      at: when(at),
      ...(note && { note }),
    })),
    "POST /complaints/:id/file-review": change(({ body: { answers, remark } }) => ({
      do: "review-file",
      answers,
      ...(remark && { remark }),
    })),
    "POST /complaints/:id/notes": change(({ body: { note } }) => ({ do: "note", note })),
    "POST /complaints/:id/messages": change(({ body: { via, at, words } }) => ({
      do: "record-message",
      via,
      at: when(at),
      words,
    })),
  };
}

/** What a mail says counts from when it reached us, whenever a colleague gets to it (BGB §130). */
async function understood(desk: Desk, id: string, message: number) {
  const written = await messageOf(desk, id, message);
  return written && { ...written, message };
}

const heard = (
  { via, at, words = "" }: Pick<Decision, "via" | "at" | "words">,
  when: (at: string | undefined) => string,
) => ({ via, at: when(at), words });

/** Fills in what the request left open: it was received now, and we write in the language of the platform. */
async function receiptOf(desk: Desk, body: NewComplaint) {
  const now = desk.now();
  const policy = await desk.policyAt(now);
  if (body.category && !(await isOffered(desk.db, "categories", body.category)))
    return { kind: "invalid", field: "category", message: "unknown_code" } as const;
  if (!policy.platforms.some(({ code }) => code === body.platform))
    return { kind: "invalid", field: "platform", message: "unknown_platform" } as const;
  const { receivedAt = now, complainant, subject, ...rest } = body;
  const { phone, language = "de", ...person } = complainant;
  return present({
    ...rest,
    summary: rest.summary ?? firstWords(rest.statement),
    receivedAt,
    subject: present(subject),
    complainant: present({ ...person, language, phone: phone && toE164(phone, policy.organisation.country) }),
  });
}
