import type { Redaction } from "../../core/complaint/events.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { ComplaintView, EventView } from "../../casework/complaints/contract.ts";
import type { Desk } from "../../record/desk.ts";
import type { LetterRow } from "../../channels/email/contract.ts";
import type { Language } from "../../texts/catalogue.ts";
import { letterRow, lettersVisibleTo, recipientsOf } from "../../channels/email/lists.ts";
import type { Staff } from "../../core/access/access.ts";
import { complaintView } from "../../casework/complaints/queries/complaint.ts";
import { hiddenFrom } from "../../casework/complaints/queries/hidden.ts";
import { timeline } from "../../casework/complaints/queries/timeline.ts";
import { history } from "../../record/journal/journal.ts";
import { provenEvents, type ProvenEvent } from "./chain-proof.ts";
import { filesOf, lettersEnclosed, mailsOf, type Enclosure } from "./enclosures.ts";
import { withoutNames } from "./hidden.ts";
import { hiding } from "./redaction.ts";
import { unnamed } from "./whose-names.ts";

export type Wanted = { redact: Redaction; also: readonly string[]; language: Language };

/** The whole case as one asker may have it; no text in it says a name that was to be hidden. */
export type Dossier = {
  madeAt: string;
  language: Language;
  redaction: Redaction;
  /** Names were hidden, so originals, which say them, are only listed. */
  redacted: boolean;
  policy: Policy;
  complaint: ComplaintView;
  events: EventView[];
  letters: LetterRow[];
  nameOf: (personId: string) => string | undefined;
  enclosures: Enclosure[];
  chain: ProvenEvent[];
};

/** Gathers one complaint that the asker was found to see. Nothing when it changed under our hands again and again. */
export async function gather(
  desk: Desk,
  who: Staff,
  complaintId: string,
  wanted: Wanted,
): Promise<Dossier | undefined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const dossier = await gatherOnce(desk, who, complaintId, wanted);
    // Read in several questions: something recorded in between would be in one part and not in the other.
    if (dossier.complaint.version === dossier.chain.length) return dossier;
  }
  return undefined;
}

async function gatherOnce(
  desk: Desk,
  who: Staff,
  complaintId: string,
  { redact, also, language }: Wanted,
): Promise<Dossier> {
  const hide = hiding(await unnamed(desk, complaintId, redact, also));
  // Interviews are read by few; who may not read them gets their proof and not their words.
  const unread = await hiddenFrom(desk.db, who, await history(desk.db, complaintId));
  const redacted = redact !== "none" || also.length > 0;
  const [complaint, events, letters, people] = await Promise.all([
    complaintView(desk, who, complaintId),
    timeline(desk, who, complaintId),
    lettersOf(desk, who, complaintId),
    desk.db.selectFrom("person").select(["id", "name"]).execute(),
  ]);
  const enclosures = [
    ...(await mailsOf(desk, who, complaintId)),
    ...(await lettersEnclosed(desk, who, letters)),
    ...(await filesOf(desk, complaintId, events)),
  ];
  const files = enclosures.flatMap(({ place, path }) =>
    place ? [{ ...place, ...(!redacted && { path }) }] : [],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return withoutNames(hide, {
    madeAt: desk.now(),
    language,
    redaction: redact,
    redacted,
    policy: await desk.policy(complaint.policyVersion),
    complaint,
    events,
    letters,
    nameOf: (id) => names.get(id),
    enclosures,
    chain: await provenEvents(desk, complaintId, hide, files, unread),
  });
}

async function lettersOf(desk: Desk, who: Staff, complaintId: string): Promise<LetterRow[]> {
  const rows = await lettersVisibleTo(desk, who)
    .where("letter.complaint_id", "=", complaintId)
    .orderBy("letter.created_at")
    .orderBy("letter.id")
    .execute();
  const recipients = await recipientsOf(desk, rows);
  return rows.map((row) => letterRow(row, true, recipients.get(row.complaint_id)));
}
