import type { ComplaintView, EventView } from "../../casework/complaints/contract.ts";
import type { Dossier } from "./dossier.ts";
import type { Hide } from "./redaction.ts";

/** Hides names in every text that a person wrote or is called by. Codes, dates and ids stay: they name nobody. */
export function withoutNames(hide: Hide, dossier: Dossier): Dossier {
  const { nameOf } = dossier;
  // Statement and events first: people get their letters in the order in which a reader meets them.
  const complaint = complaintWithout(hide, dossier.complaint);
  const events = dossier.events.map((event) => eventWithout(hide, event));
  return {
    ...dossier,
    complaint,
    events,
    letters: dossier.letters.map(({ recipient, lastError: _, ...letter }) => ({
      ...letter,
      ...(recipient && { recipient: hide(recipient) }),
    })),
    nameOf: (id) => {
      const name = nameOf(id);
      return name && hide(name);
    },
    enclosures: dossier.enclosures.map((each) => ({
      ...each,
      name: each.kind === "file" ? hide(each.name) : each.name,
    })),
  };
}

const complaintWithout = (hide: Hide, { folded: _, ...view }: ComplaintView): ComplaintView => ({
  ...view,
  ...textsOf(hide, view, ["summary", "desiredOutcome", "statement"]),
  complainant: textsOf(hide, view.complainant, ["name", "email", "phone"]),
  subject: { ...view.subject, ...textsOf(hide, view.subject, ["programme"]) },
  proposals: view.proposals.map((proposal) => ({
    ...proposal,
    explanation: hide(proposal.explanation),
    measures: proposal.measures.map((measure) => ({ ...measure, description: hide(measure.description) })),
  })),
});

const eventWithout = (hide: Hide, { folded: _, ...event }: EventView): EventView => ({
  ...event,
  ...textsOf(hide, event, ["actorName"]),
  words: Object.fromEntries(Object.entries(event.words).map(([name, text]) => [name, hide(text)])),
  files: event.files.map((file) => ({ ...file, name: hide(file.name) })),
});

const textsOf = <T extends object, K extends keyof T>(hide: Hide, from: T, names: readonly K[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = from[name];
      return typeof text === "string" ? [[name, hide(text)]] : [];
    }),
  ) as Pick<T, K>;
