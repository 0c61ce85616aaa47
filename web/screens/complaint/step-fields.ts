import { ownsComplaints } from "../../../src/core/access/access.ts";
import { useQuery } from "@tanstack/react-query";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { useFileReviewFields } from "./file-review-fields.ts";
import { useFollowUpFields } from "./follow-up-fields.ts";
import { useMoneyFields } from "./money-fields.ts";
import { useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import { useInvestigation } from "./investigation/changing.ts";
import { optionsOf } from "./investigation/fields.ts";
import { useMessages } from "./messages.ts";
import { usePromiseFields } from "./promise-fields.ts";
import { peopleQuery, useMe } from "../../session.ts";

type Step = ComplaintView["nextSteps"][number];
export type Option = { value: string; label: string };
type Values = Record<string, string>;

export type Field = {
  name: string;
  label: string;
  kind: "line" | "text" | "few" | "row" | "many" | "date" | "moment" | "money";
  hint?: string;
  options?: Option[];
  required?: boolean;
  initial?: string;
  when?: (values: Values) => boolean;
};

/** What each step asks for. */
export function useStepFields(step: Step, complaint: ComplaintView): Field[] {
  const { t, d, i, money } = useWords();
  const categories = useTaxonomy("categories");
  const causes = useTaxonomy("root-causes");
  const programmes = useTaxonomy("programmes");
  const { data: investigation } = useInvestigation(complaint);
  const { data } = useQuery(peopleQuery);
  const { mailOut } = useMe();
  const programme = complaint.programme ?? complaint.suggestedProgramme;
  const f = t.field;
  const present = (data?.items ?? []).filter(
    ({ id, disabled }) => !disabled && !complaint.conflicts.includes(id),
  );
  const option = ({ id, name }: (typeof present)[number]) => ({ value: id, label: name });
  const colleagues = present.map(option);
  const { link: _, ...ways } = d.via;
  const via = (initial?: string): Field => ({
    name: "via",
    label: f.via,
    kind: "few",
    options: optionsOf(ways),
    required: true,
    ...(initial && { initial }),
  });
  const text = (name: string, label: string, required = true): Field => ({
    name,
    label: required ? label : `${label} (${t.app.optional})`,
    kind: "text",
    required,
  });
  const usual = mailOut && complaint.complainant.email ? "email" : "phone";
  const waiting = (investigation?.allegations ?? [])
    .filter(({ ended, finding }) => !ended && !finding)
    .map(({ number, words }) => ({ value: String(number), label: `${i.number(number)} ${words}` }));
  const measures = complaint.proposals
    .filter(({ status }) => status === "accepted")
    .flatMap((proposal) => proposal.measures.filter(({ done }) => !done));
  // What is on the payment list is done when it is paid.
  const payable = measures.filter(({ payment }) => !payment || payment.state === "cancelled");
  const messages = useMessages(complaint);
  const moneyFields = useMoneyFields();
  const followUpFields = useFollowUpFields();
  const fileReviewFields = useFileReviewFields();
  const promiseFields = usePromiseFields();
  switch (step) {
    case "acknowledgement":
      return [
        via("phone"),
        {
          name: "reached",
          label: f.reached,
          kind: "few",
          options: [
            { value: "yes", label: f.yes },
            { value: "no", label: f.no },
          ],
          required: true,
        },
        text("note", f.note, false),
      ];
    case "assignment":
      return [
        {
          name: "ownerId",
          label: f.owner,
          kind: "many",
          options: present.filter(({ roles }) => ownsComplaints(roles)).map(option),
          required: true,
        },
      ];
    case "assessment":
      return [
        { name: "severity", label: f.severity, kind: "few", options: optionsOf(d.severity), required: true },
        { name: "impact", label: i.impact, kind: "few", options: optionsOf(i.names.impact), required: true },
        {
          name: "category",
          label: `${i.category} (${t.app.optional})`,
          kind: "many",
          options: categories.offered,
          initial: complaint.category ?? "",
        },
        ...(programmes.offered.length > 0
          ? [
              {
                name: "programme",
                label: `${t.complaint.programme} (${t.app.optional})`,
                kind: "many" as const,
                options: programmes.offered,
                initial: programmes.offered.find(({ value }) => value === programme)?.value ?? "",
              },
            ]
          : []),
        {
          name: "consumer",
          label: money.consumer,
          kind: "few",
          options: optionsOf(money.consumers),
          required: true,
          initial: "yes",
        },
        text("desiredOutcome", i.desiredOutcome, false),
        text("note", f.note, false),
      ];
    case "investigation":
      return [text("plan", f.plan, false)];
    case "findings":
      return [
        waiting.length > 0
          ? { name: "number", label: f.allegation, kind: "many", options: waiting, required: true }
          : text("allegation", f.allegation),
        { name: "outcome", label: f.outcome, kind: "few", options: optionsOf(d.finding), required: true },
        text("reasons", f.reasons),
        {
          name: "rootCause",
          label: `${i.rootCause} (${t.app.optional})`,
          kind: "many",
          options: causes.offered,
        },
      ];
    case "approval":
    case "proposals":
      return [];
    case "dispatch":
      return [via(usual)];
    case "decision":
      return [
        {
          name: "decision",
          label: f.decision,
          kind: "few",
          options: optionsOf({ accept: f.accept, decline: f.decline, counter: f.counter, ask: f.ask }),
          required: true,
        },
        ...(messages.length > 0
          ? [
              {
                name: "message",
                label: `${f.message} (${t.app.optional})`,
                kind: "many",
                hint: f.messageHint,
                options: messages,
              } as const,
            ]
          : []),
        { ...via("phone"), when: ({ message }) => !message },
        { ...text("words", f.words), hint: f.wordsHint, when: ({ message }) => !message },
      ];
    case "discussions":
      return [
        { name: "form", label: money.form, kind: "few", options: optionsOf(money.forms), required: true },
        via("phone"),
        text("summary", f.summary),
        { name: "participants", label: `${money.participants} (${t.app.optional})`, kind: "line" },
      ];
    case "paid-amount":
    case "deadlock":
    case "referrals":
    case "referral-outcomes":
    case "tasks":
    case "payments":
      return moneyFields(step, { complaint, measures, colleagues, text, via });
    case "implementation":
      return [
        {
          name: "measure",
          label: f.measure,
          kind: "few",
          options: payable.map(({ id, kind, description }) => ({
            value: id,
            label: `${d.measure[kind]}: ${description}`,
          })),
          required: true,
          initial: payable[0]?.id ?? "",
        },
        text("note", f.note, false),
      ];
    case "follow-up":
      return followUpFields({ complaint, usual, text, via });
    case "closure":
      return [
        {
          name: "outcome",
          label: f.outcome,
          kind: "few",
          options: optionsOf(d.outcome),
          required: true,
          initial: complaint.stage === "followed_up" ? "resolved" : "",
        },
        text("note", f.note, false),
      ];
    case "withdrawal":
      return [via("phone"), text("words", f.words, false)];
    case "reopening":
      return [
        {
          name: "because",
          label: f.because,
          kind: "few",
          options: optionsOf({ customer: f.customerWants, staff: f.staffWants }),
          required: true,
          initial: "customer",
        },
        text("reason", f.reason),
      ];
    case "escalation":
      return [
        {
          name: "toId",
          label: f.person,
          kind: "many",
          options: colleagues.filter(({ value }) => value !== complaint.ownerId),
          required: true,
        },
        text("reason", f.reason),
      ];
    case "conflicts":
      return [{ name: "personId", label: f.person, kind: "many", options: colleagues, required: true }];
    case "receipt-date":
    case "late-reason":
    case "holding-letter":
    case "declarations":
    case "settlement":
      return promiseFields(step, { complaint, usual, text, via });
    case "file-review":
      return fileReviewFields();
    case "notes":
      return [text("note", f.note)];
    case "messages":
      return [via("phone"), text("words", f.words)];
  }
}
