import { createHash } from "node:crypto";
import type { Handlers } from "../../../operations.ts";
import type { Command } from "../../../core/complaint/commands.ts";
import type { Desk } from "../../../record/desk.ts";
import type { NewEvidence } from "./bodies.ts";
import type { investigationOperations } from "./contract.ts";
import { holdFiles, withReasons } from "../../../record/content/holding.ts";
import { changing, present } from "../changing.ts";
import { findComplaint } from "../queries/find.ts";
import { issueExists } from "../issues/issues.ts";
import { repeatCandidates } from "./repeats.ts";
import { investigationView } from "./view.ts";

/** The API of triage and investigation: each change is a noun that is created, and answers the complaint as it is then. */
export function investigationHandlers(desk: Desk): Handlers<typeof investigationOperations> {
  const { change, when, naming, coding } = changing(desk);
  return {
    "GET /complaints/:id/investigation": async ({ who, params }) => {
      const found = await findComplaint(desk, who, params.id);
      return "kind" in found ? found : { ok: await investigationView(desk, who, found.id) };
    },
    "POST /complaints/:id/allegations": change(({ body }) => ({ do: "add-allegation", ...body })),
    "POST /complaints/:id/allegations/:n/wording": change(({ params: { n: number }, body }) => ({
      do: "reword-allegation",
      number,
      ...body,
    })),
    "POST /complaints/:id/allegations/:n/merger": change(({ params: { n: number }, body }) => ({
      do: "merge-allegation",
      number,
      ...body,
    })),
    "POST /complaints/:id/allegations/:n/withdrawal": change(({ params: { n: number }, body }) => ({
      do: "withdraw-allegation",
      number,
      ...body,
    })),
    "POST /complaints/:id/plan": change(({ body }) =>
      naming("personId", body.personId, { do: "plan-step", ...body }),
    ),
    "POST /complaints/:id/plan/:n/completion": change(({ params: { n: number }, body }) => ({
      do: "finish-step",
      number,
      ...present({ ...body, at: when(body.at) }),
    })),
    "POST /complaints/:id/requests": change(({ body }) => {
      const command: Command = { do: "request-information", ...present(body) };
      return body.toId ? naming("toId", body.toId, command) : command;
    }),
    "POST /complaints/:id/requests/:n/answer": change(({ params: { n: number }, body: { at, answer } }) => ({
      do: "answer-request",
      number,
      at: when(at),
      answer,
    })),
    "POST /complaints/:id/evidence": change(({ body }) => evidence(desk, body)),
    "POST /complaints/:id/evidence/:n/striking": change(({ params: { n: number }, body }) => ({
      do: "strike-evidence",
      number,
      ...body,
    })),
    "POST /complaints/:id/materials": change(({ body }) => ({ do: "review-material", ...present(body) })),
    "POST /complaints/:id/interviews": change(({ body }) => {
      const command: Command = { do: "arrange-interview", ...present(body) };
      return body.personId ? naming("personId", body.personId, command) : command;
    }),
    "POST /complaints/:id/interviews/:n/record": change(({ params: { n: number }, body }) => ({
      do: "hold-interview",
      number,
      ...body,
      at: when(body.at),
    })),
    "POST /complaints/:id/interviews/:n/presentation": change(({ params: { n: number }, body: { at } }) => ({
      do: "show-interview",
      number,
      at: when(at),
    })),
    "POST /complaints/:id/interviews/:n/answer": change(({ params: { n: number }, body }) => ({
      do: "answer-interview",
      number,
      ...present({ ...body, at: when(body.at) }),
    })),
    "POST /complaints/:id/calls": change(({ body }) => ({
      do: "record-call",
      ...present({ ...body, at: when(body.at) }),
    })),
    "POST /complaints/:id/support-needs": change(({ body }) =>
      coding("support-needs", "needs", body.needs, { do: "note-support-needs", ...present(body) }),
    ),
    "GET /complaints/:id/repeats": async ({ who, params }) => {
      const found = await findComplaint(desk, who, params.id);
      return "kind" in found ? found : { ok: { items: await repeatCandidates(desk, who, found.id) } };
    },
    "POST /complaints/:id/repeats": change(async ({ who, body: { of, ...body } }, id) => {
      const other = await findComplaint(desk, who, of);
      if ("kind" in other) return { kind: "invalid", field: "of", message: "unknown_complaint" };
      if (other.id === id) return { refused: "repeat-of-itself", field: "of" };
      return { do: "confirm-repeat", of: other.id, ...present(body) };
    }),
    "POST /complaints/:id/issues": change(async ({ body: { issueId } }) =>
      (await issueExists(desk.db, issueId))
        ? { do: "link-issue", issueId }
        : { kind: "invalid", field: "issueId", message: "unknown_issue" },
    ),
    "POST /complaints/:id/issues/removal": change(({ body }) => ({ do: "unlink-issue", ...body })),
  };
}

/** The digest is counted from what we keep and never taken from who sends it. */
async function evidence(desk: Desk, body: NewEvidence): Promise<Command> {
  const { title, origin } = body;
  if ("text" in body)
    return { do: "add-evidence", title, origin, text: body.text, sha256: sha256(Buffer.from(body.text)) };
  const { name, type, base64 } = body.file;
  const file = { name, type, bytes: Buffer.from(base64, "base64") };
  const [held] = withReasons([file], await holdFiles([file], desk.scan));
  return { do: "add-evidence", title, origin, file: held!, sha256: sha256(file.bytes) };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
