import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { centsOf } from "./cents.ts";
import { officeInstant, officeTime } from "../../office-time.ts";
import { ask } from "../../client.ts";

type Step = ComplaintView["nextSteps"][number];
// What a form holds is text; the server's schema has the last word on each value.
type Body = never;

/** Turns a filled form into the request of its step, bound to the version that was shown. */
export function takeStep(
  step: Step,
  complaint: ComplaintView,
  values: Record<string, string>,
  zone: string,
): Promise<ComplaintView> {
  const { id, version, proposals } = complaint;
  const filled = Object.fromEntries(
    Object.entries(values).filter(([, value]) =>
      typeof value === "string" ? value.trim() !== "" : value !== undefined,
    ),
  );
  const given = (body: object) => ({ params: { id }, body: body as Body, version });
  const latest = proposals.at(-1)?.number ?? 0;
  const about = { id, n: latest };
  switch (step) {
    case "acknowledgement":
      return ask(
        "POST /complaints/:id/acknowledgement",
        given({ ...filled, reached: values.reached === "yes" }),
      );
    case "paid-amount":
      return ask(
        "POST /complaints/:id/paid-amount",
        given({ ...filled, amountCents: centsOf(values.amountCents ?? "") ?? 0 }),
      );
    case "approval":
      return ask("POST /complaints/:id/proposals/:n/approval", { params: about, body: {}, version });
    case "dispatch":
      return ask("POST /complaints/:id/proposals/:n/dispatch", {
        params: about,
        body: filled as Body,
        version,
      });
    case "decision": {
      // The customer answers what they have, also while another is being prepared.
      const open = proposals.findLast(({ status }) => status === "sent")?.number ?? latest;
      const { decision, message } = filled;
      const said = message ? { decision, message: Number(message) } : filled;
      return ask("POST /complaints/:id/decision", given({ ...said, proposal: open }));
    }
    case "assessment":
      return ask(
        "POST /complaints/:id/assessment",
        given({
          ...filled,
          severity: Number(values.severity),
          consumer: values.consumer !== "no",
        }),
      );
    case "referral-outcomes":
      return ask(
        "POST /complaints/:id/referral-outcomes",
        given({ ...filled, referral: Number(values.referral) }),
      );
    case "findings": {
      const { number, ...finding } = filled;
      return ask(
        "POST /complaints/:id/findings",
        given({ ...finding, ...(number && { allegation: Number(number) }) }),
      );
    }
    case "declarations": {
      const { on, ...declared } = filled;
      // Of a day alone the strictest reading is its beginning; the complaint's own day is the complaint's own moment.
      const at =
        on &&
        on !== officeTime(complaint.receivedAt, zone).slice(0, 10) &&
        officeInstant(`${on}T00:00`, zone);
      return ask("POST /complaints/:id/declarations", given({ ...declared, ...(at && { at }) }));
    }
    case "receipt-date":
      return ask(
        "POST /complaints/:id/receipt-date",
        given({ ...filled, receivedAt: officeInstant(values.receivedAt ?? "", zone) ?? "" }),
      );
    case "settlement":
      return ask(
        "POST /complaints/:id/settlement",
        given({ ...filled, declaration: Number(values.declaration) }),
      );
    case "file-review": {
      const { remark, ...answers } = filled;
      return ask("POST /complaints/:id/file-review", given({ answers, ...(remark && { remark }) }));
    }
    case "follow-up":
      return ask("POST /complaints/:id/follow-up", given(followUp(values)));
    default:
      return ask(`POST /complaints/:id/${step}`, given(filled));
  }
}

function followUp({ happened, via = "", words, note, handling, result }: Record<string, string>) {
  if (happened === "letter") return { via: "email" };
  if (happened === "called" || happened === "missed")
    return { via: "phone", reached: happened === "called", ...(note && { note }) };
  const spoken = via === "phone" || via === "in_person";
  return {
    via,
    solved: happened === "solved",
    ...(words && { words }),
    ...(spoken && handling && { handling: Number(handling) }),
    ...(spoken && result && { result: Number(result) }),
  };
}
