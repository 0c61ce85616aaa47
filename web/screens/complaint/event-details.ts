import type { EventView } from "../../../src/casework/complaints/contract.ts";
import { formatCents, formatDate } from "../../../src/texts/catalogue.ts";
import { pointsOf, type FileAnswers } from "../../../src/core/complaint/file-review.ts";
import { fileReviewWords } from "../../../src/texts/file-reviews.ts";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";

/** What the fact itself says besides its words: the outcome, the way, the person. */
export function useEventDetails() {
  const { t, d, m, money, language, dossier, satisfied } = useWords();
  const { zone } = useMe();
  const format = useShortFormat(zone);
  const names = useNames();
  return ({ type, data }: EventView): string => {
    const said = (words: Record<string, string>, name: string) => words[String(data[name])];
    const person = [data.ownerId, data.toId, data.personId, data.investigatorId].find(
      (id) => typeof id === "string",
    );
    const outcome =
      type === "FindingRecorded"
        ? said(d.finding, "outcome")
        : type === "Closed"
          ? said(d.outcome, "outcome")
          : undefined;
    const solved =
      typeof data.solved === "boolean" ? (data.solved ? t.field.solved : t.field.unsolved) : undefined;
    const sender = data.otherSender === true ? m.otherSender : undefined;
    const late = typeof data.reason === "string" ? said(d.lateReason, "reason") : undefined;
    const clock = typeof data.clock === "string" ? said(d.clock, "clock") : undefined;
    const declaration = type === "DeclarationRecorded" ? said(d.declaration, "kind") : undefined;
    const severity = type === "Assessed" ? said(d.severity, "severity") : undefined;
    const points = type === "FileReviewed" ? pointsOf(data.answers as FileAnswers) : undefined;
    const found = points && fileReviewWords(language).good(points.good, points.of);
    const copy =
      type === "DossierHandedOut"
        ? `${String(data.kind).toUpperCase()} · ${said(dossier.redaction, "redaction")}`
        : undefined;
    const dates =
      type === "ClockRecomputed" || type === "ReceiptDateCorrected"
        ? `${format(String(data.was))} → ${format(String(data.dueAt ?? data.receivedAt))}`
        : typeof data.expectedOn === "string"
          ? formatDate(language, data.expectedOn)
          : undefined;
    const amount = typeof data.amountCents === "number" ? formatCents(language, data.amountCents) : undefined;
    const form = type === "Discussed" ? said(money.forms, "form") : undefined;
    const ended = type === "ReferralEnded" ? said(money.referralOutcomes, "outcome") : undefined;
    const satisfaction =
      type === "SatisfactionGiven" &&
      (["handling", "result"] as const)
        .flatMap((name) => {
          const score = data[name];
          return typeof score === "number" ? [`${satisfied[`${name}Short`]}: ${satisfied.of(score)}`] : [];
        })
        .join(" · ");
    return [
      outcome,
      found,
      satisfaction,
      amount,
      form,
      ended,
      copy,
      sender,
      solved,
      clock,
      declaration,
      severity,
      late,
      dates,
      names(person),
      said(d.via, "via"),
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
