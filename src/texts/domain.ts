import type { Role } from "../core/access/access.ts";
import type { RefusalCode } from "../core/complaint/commands.ts";
import type {
  Channel,
  ClockName,
  ClosingOutcome,
  FactType,
  FindingOutcome,
  LateReason,
  MeasureKind,
  Severity,
  SubjectKind,
  Via,
} from "../core/complaint/events.ts";
import type { DeclarationKind } from "../core/policy/policy.ts";
import type { NotApplicable, Stage } from "../core/complaint/state.ts";
import type { Language } from "./catalogue.ts";
import { fileReviewFacts, fileReviewRefusals } from "./file-reviews.ts";
import { investigationDomain } from "./investigation-domain.ts";
import { moneyFacts, moneyRefusals } from "./money.ts";
import { satisfactionFacts, satisfactionRefusals } from "./satisfaction.ts";
import { paymentFacts, paymentRefusals } from "./payments.ts";

/** The words of the field (docs/glossary.md), for pages, letters and the staff app. */
type Domain = {
  stage: Record<Stage, string>;
  clock: Record<ClockName, string>;
  declaration: Record<DeclarationKind, string>;
  notApplicable: Record<NotApplicable, string>;
  severity: Record<Severity, string>;
  clockStatus: Record<"running" | "met" | "missed" | "not_applicable", string>;
  channel: Record<Channel, string>;
  via: Record<Via, string>;
  subject: Record<SubjectKind, string>;
  measure: Record<MeasureKind, string>;
  basis: Record<"claim" | "goodwill", string>;
  finding: Record<FindingOutcome, string>;
  lateReason: Record<LateReason, string>;
  outcome: Record<ClosingOutcome, string>;
  fact: Record<FactType, string>;
  role: Record<Role, string>;
  refusal: Record<RefusalCode, string>;
};

const en: Domain = {
  stage: {
    received: "Received",
    acknowledged: "Acknowledged",
    under_investigation: "Under investigation",
    proposed: "Resolution proposed",
    in_discussion: "In discussion",
    accepted: "Accepted",
    implemented: "Implemented",
    followed_up: "Followed up",
    closed: "Closed",
    withdrawn: "Withdrawn",
  },
  clock: {
    acknowledgement: "Acknowledgement",
    proposal: "Proposal",
    implementation: "Implementation",
    follow_up: "Follow-up",
    next_proposal: "Next proposal",
    assignment: "Owner found",
    triage: "First assessment",
    withdrawal_from_contract: "Withdrawal from the contract",
    termination: "Termination",
    price_reduction: "Price reduction",
    data_protection_request: "Data protection request",
    discrimination_claim: "Discrimination claim",
    conciliation_request: "Request of a conciliation body",
  },
  declaration: {
    withdrawal_from_contract: "Withdrawal from the contract",
    termination: "Termination",
    price_reduction: "Price reduction",
    data_protection_request: "Data protection request",
    discrimination_claim: "Discrimination claim",
    conciliation_request: "Request of a conciliation body",
  },
  notApplicable: {
    withdrawn: "the customer withdrew",
    closed: "the complaint was closed",
    unreachable: "nobody can be reached",
    imported: "imported from an archive",
  },
  severity: {
    1: "1 · an inconvenience",
    2: "2 · affects learning, or money below 100 €",
    3: "3 · 100 € and more, an exam or funding at risk",
    4: "4 · safety, discrimination, data breach, legal threat",
  },
  clockStatus: { running: "running", met: "kept", missed: "missed", not_applicable: "no longer owed" },
  channel: {
    email: "Email",
    phone: "Phone",
    in_person: "In person",
    web: "Web form",
    post: "Post",
    other: "Other",
  },
  via: { email: "Email", phone: "Phone", in_person: "In person", post: "Post", link: "Customer's own link" },
  subject: { programme: "Training programme", service: "Service", other: "Something else" },
  measure: {
    refund: "Refund",
    voucher: "Voucher",
    repeat_course: "Repeat course",
    correction: "Correction",
    apology: "Apology",
    explanation: "Explanation",
    corrective_action: "Corrective action",
    other: "Other measure",
  },
  basis: { claim: "legal claim", goodwill: "goodwill" },
  finding: {
    upheld: "upheld",
    partly_upheld: "partly upheld",
    not_upheld: "not upheld",
    not_determinable: "not determinable",
  },
  lateReason: {
    customer_info: "Waiting for information from the customer",
    staff_absence: "Absence of staff",
    complexity: "Complexity of the matter",
    third_party: "Waiting for a third party",
    overload: "Too many complaints at once",
    other: "Another reason",
  },
  outcome: { resolved: "Resolved", no_answer: "No answer from the customer", not_agreed: "No agreement" },
  fact: {
    ...investigationDomain("en").fact,
    Received: "Complaint received",
    ReceiptDateCorrected: "Date of receipt corrected",
    ReceiptDateExplained: "Unusual date of receipt explained",
    Acknowledged: "Receipt acknowledged",
    AcknowledgementAttempted: "Acknowledgement attempted, nobody reached",
    Assigned: "Assigned to an owner",
    Assessed: "First assessment",
    Escalated: "Escalated",
    InvestigationStarted: "Investigation begun",
    FindingRecorded: "Finding recorded",
    ...moneyFacts.en,
    ...satisfactionFacts.en,
    ...fileReviewFacts.en,
    ...paymentFacts.en,
    ProposalDrafted: "Proposal drafted",
    ProposalApproved: "Proposal approved",
    ProposalDispatched: "Proposal sent",
    ProposalDelivered: "Proposal delivered",
    ProposalAccepted: "Proposal accepted",
    ProposalDeclined: "Proposal declined",
    CounterProposed: "Counter-proposal by the customer",
    QuestionAsked: "Question by the customer",
    Discussed: "Discussed with the customer",
    MeasureImplemented: "Measure carried out",
    Implemented: "Resolution implemented",
    FollowUpDispatched: "Follow-up sent",
    FollowedUp: "Customer followed up",
    FollowUpAnswered: "Follow-up answered",
    Unanswered: "No answer from the customer yet",
    LetterBounced: "Letter came back undelivered",
    Closed: "Closed",
    Withdrawn: "Withdrawn by the customer",
    Reopened: "Reopened",
    MessageReceived: "Message from the customer",
    NoteAdded: "Internal note",
    DeclarationRecorded: "Statutory declaration recorded",
    DeclarationSettled: "Statutory declaration dealt with",
    LateReasonGiven: "Reason for lateness given",
    HoldingLetterDispatched: "Holding letter sent",
    ClockRecomputed: "Date computed again after a correction of the calendar",
    ConflictNamed: "Conflict of interest named",
    DossierHandedOut: "Dossier handed out",
    Erased: "Words erased",
  },
  role: {
    admin: "Administrator",
    intake: "Intake",
    handler: "Case handler",
    approver: "Approver",
    manager: "Manager",
    auditor: "Auditor",
  },
  refusal: {
    ...investigationDomain("en").refusal,
    "already-received": "This complaint is already recorded. Nothing was recorded twice.",
    "unknown-complaint": "There is no such complaint. Check the reference number.",
    "already-acknowledged": "This complaint is already acknowledged. Nothing was recorded.",
    "complaint-closed": "This complaint is closed. Nothing was recorded; reopen it first.",
    "complaint-not-closed": "This complaint is still open. Nothing was recorded.",
    "complaint-erased":
      "The words of this complaint were erased; nothing can be added. Record a new complaint.",
    "in-the-future": "The time lies in the future. Nothing was recorded; correct the time.",
    "before-dispatch": "The proposal had not been sent by then. Nothing was recorded; correct the date.",
    "before-receipt":
      "The time lies before the receipt of the complaint. Nothing was recorded; correct the time.",
    "no-email-address": "We have no email address of this customer. Nothing was sent; choose another way.",
    "not-assigned": "Nobody owns this complaint yet. Nothing was recorded; assign it first.",
    "conflict-of-interest": "The complaint is about this person. Nothing was recorded; choose somebody else.",
    "already-owner": "This person already owns the complaint. Nothing was recorded; choose somebody else.",
    "not-trained":
      "This colleague is not trained in handling complaints. Nobody was made the owner; choose somebody who is, or have the training recorded.",
    "already-investigating": "The investigation has already begun. Nothing was recorded.",
    "not-investigating": "The complaint is not being investigated or discussed now. Nothing was recorded.",
    "no-finding": "There is no finding yet. Nothing was recorded; record a finding on each allegation first.",
    "no-measure": "A proposal needs at least one measure. Nothing was recorded.",
    "amount-missing": "A refund or voucher needs an amount. Nothing was recorded.",
    "amount-not-allowed": "Only a refund or a voucher has an amount. Nothing was recorded.",
    "amount-not-positive": "The amount must be more than nothing, in whole cents. Nothing was recorded.",
    "basis-missing": "Say whether the amount is owed (claim) or given (goodwill). Nothing was recorded.",
    "unknown-proposal": "There is no such proposal. Nothing was recorded.",
    "proposal-superseded":
      "A newer proposal has taken its place. Nothing was recorded; look at the latest one.",
    "proposal-not-draft": "This proposal is no draft any more. Nothing was recorded.",
    "proposal-not-approved": "This proposal is not approved. Nothing was sent; have it approved first.",
    "proposal-not-sent": "This proposal has not been sent or is not open any more. Nothing was recorded.",
    "proposal-expired":
      "This proposal has run out. Nothing was recorded; please contact us, we will renew it.",
    "proposal-already-decided": "This proposal is already decided. The earlier decision stands.",
    "own-dates":
      "Whoever owns a complaint does not correct its date of receipt. Nothing was recorded; ask another manager.",
    "same-receipt": "This is the date of receipt already. Nothing was recorded.",
    "after-recording":
      "It was taken down earlier than that, so it cannot have reached us later. Nothing was recorded; correct the date.",
    "own-work": "Whoever investigated or drafted cannot approve. Nothing was recorded; ask a colleague.",
    "not-in-discussion": "The complaint is not in discussion. Nothing was recorded.",
    "not-accepted": "No proposal has been accepted. Nothing was recorded.",
    "unknown-measure": "The accepted proposal has no such measure. Nothing was recorded.",
    "measure-already-done": "This measure is already carried out. Nothing was recorded twice.",
    "not-implemented": "The resolution is not implemented yet. Nothing was recorded.",
    "already-followed-up": "The customer was already followed up. Nothing was recorded twice.",
    "not-followed-up":
      "The customer has not been followed up, or the answer is missing. The complaint stays open.",
    "no-such-clock": "This complaint has no such promise. Nothing was recorded.",
    "clock-not-running": "This promise is kept or no longer owed. Nothing was recorded.",
    "in-the-past": "The date has passed. Nothing was recorded; choose a later one.",
    "reason-missing":
      "The receipt is dated into the future or more than 30 days back. Nothing was recorded; say why (receivedAtReason), or correct the date.",
    "outside-calendar":
      "The calendar does not know the holidays of this time. Nothing was recorded; correct the date.",
    "unknown-declaration": "There is no such declaration. Nothing was recorded.",
    "declaration-settled": "This declaration is already dealt with. Nothing was recorded twice.",
    "words-missing": "The text is missing. Nothing was recorded; please write it.",
    ...moneyRefusals.en,
    ...satisfactionRefusals.en,
    ...fileReviewRefusals.en,
    ...paymentRefusals.en,
  },
};

const de: Domain = {
  stage: {
    received: "Eingegangen",
    acknowledged: "Bestätigt",
    under_investigation: "In Prüfung",
    proposed: "Lösung vorgeschlagen",
    in_discussion: "In Abstimmung",
    accepted: "Angenommen",
    implemented: "Umgesetzt",
    followed_up: "Nachgefasst",
    closed: "Abgeschlossen",
    withdrawn: "Zurückgezogen",
  },
  clock: {
    acknowledgement: "Eingangsbestätigung",
    proposal: "Lösungsvorschlag",
    implementation: "Umsetzung",
    follow_up: "Nachfassen",
    next_proposal: "Nächster Vorschlag",
    assignment: "Zuständigkeit geklärt",
    triage: "Ersteinschätzung",
    withdrawal_from_contract: "Widerruf des Vertrags",
    termination: "Kündigung",
    price_reduction: "Minderung",
    data_protection_request: "Datenschutz-Anfrage",
    discrimination_claim: "Anspruch wegen Diskriminierung",
    conciliation_request: "Anfrage einer Schlichtungsstelle",
  },
  declaration: {
    withdrawal_from_contract: "Widerruf des Vertrags",
    termination: "Kündigung",
    price_reduction: "Minderung",
    data_protection_request: "Datenschutz-Anfrage",
    discrimination_claim: "Anspruch wegen Diskriminierung",
    conciliation_request: "Anfrage einer Schlichtungsstelle",
  },
  notApplicable: {
    withdrawn: "zurückgezogen",
    closed: "Beschwerde abgeschlossen",
    unreachable: "niemand erreichbar",
    imported: "aus einem Archiv übernommen",
  },
  severity: {
    1: "1 · eine Unannehmlichkeit",
    2: "2 · betrifft das Lernen oder weniger als 100 €",
    3: "3 · ab 100 €, Prüfung oder Förderung gefährdet",
    4: "4 · Sicherheit, Diskriminierung, Datenpanne, rechtliche Schritte",
  },
  clockStatus: {
    running: "läuft",
    met: "eingehalten",
    missed: "versäumt",
    not_applicable: "nicht mehr geschuldet",
  },
  channel: {
    email: "E-Mail",
    phone: "Telefon",
    in_person: "Persönlich",
    web: "Webformular",
    post: "Post",
    other: "Sonstiges",
  },
  via: { email: "E-Mail", phone: "Telefon", in_person: "Persönlich", post: "Post", link: "Eigener Link" },
  subject: { programme: "Schulungsprogramm", service: "Dienstleistung", other: "Etwas anderes" },
  measure: {
    refund: "Erstattung",
    voucher: "Gutschein",
    repeat_course: "Kurswiederholung",
    correction: "Berichtigung",
    apology: "Entschuldigung",
    explanation: "Erläuterung",
    corrective_action: "Korrekturmaßnahme",
    other: "Andere Maßnahme",
  },
  basis: { claim: "Rechtsanspruch", goodwill: "Kulanz" },
  finding: {
    upheld: "begründet",
    partly_upheld: "teilweise begründet",
    not_upheld: "unbegründet",
    not_determinable: "nicht feststellbar",
  },
  lateReason: {
    customer_info: "Angaben der Kundin oder des Kunden fehlen",
    staff_absence: "Abwesenheit von Mitarbeitenden",
    complexity: "Schwierigkeit der Sache",
    third_party: "Antwort Dritter steht aus",
    overload: "Zu viele Beschwerden auf einmal",
    other: "Anderer Grund",
  },
  outcome: { resolved: "Gelöst", no_answer: "Keine Rückmeldung", not_agreed: "Keine Einigung" },
  fact: {
    ...investigationDomain("de").fact,
    Received: "Beschwerde eingegangen",
    ReceiptDateCorrected: "Eingangsdatum berichtigt",
    ReceiptDateExplained: "Ungewöhnliches Eingangsdatum begründet",
    Acknowledged: "Eingang bestätigt",
    AcknowledgementAttempted: "Bestätigung versucht, niemand erreicht",
    Assigned: "Zuständigkeit festgelegt",
    Assessed: "Ersteinschätzung",
    Escalated: "Eskaliert",
    InvestigationStarted: "Prüfung begonnen",
    FindingRecorded: "Feststellung getroffen",
    ...moneyFacts.de,
    ...satisfactionFacts.de,
    ...fileReviewFacts.de,
    ...paymentFacts.de,
    ProposalDrafted: "Vorschlag entworfen",
    ProposalApproved: "Vorschlag freigegeben",
    ProposalDispatched: "Vorschlag versandt",
    ProposalDelivered: "Vorschlag zugegangen",
    ProposalAccepted: "Vorschlag angenommen",
    ProposalDeclined: "Vorschlag abgelehnt",
    CounterProposed: "Gegenvorschlag",
    QuestionAsked: "Rückfrage",
    Discussed: "Gespräch geführt",
    MeasureImplemented: "Maßnahme ausgeführt",
    Implemented: "Lösung umgesetzt",
    FollowUpDispatched: "Nachfrage versandt",
    FollowedUp: "Nachgefasst",
    FollowUpAnswered: "Nachfrage beantwortet",
    Unanswered: "Noch keine Rückmeldung",
    LetterBounced: "Schreiben kam unzustellbar zurück",
    Closed: "Abgeschlossen",
    Withdrawn: "Zurückgezogen",
    Reopened: "Wiedereröffnet",
    MessageReceived: "Nachricht eingegangen",
    NoteAdded: "Interne Notiz",
    DeclarationRecorded: "Rechtserhebliche Erklärung erfasst",
    DeclarationSettled: "Rechtserhebliche Erklärung erledigt",
    HoldingLetterDispatched: "Zwischenbescheid gesendet",
    ClockRecomputed: "Termin nach einer Korrektur des Kalenders neu berechnet",
    LateReasonGiven: "Grund der Verspätung angegeben",
    ConflictNamed: "Interessenkonflikt benannt",
    DossierHandedOut: "Dossier herausgegeben",
    Erased: "Wortlaut gelöscht",
  },
  role: {
    admin: "Administration",
    intake: "Annahme",
    handler: "Bearbeitung",
    approver: "Freigabe",
    manager: "Leitung",
    auditor: "Prüfung (lesend)",
  },
  refusal: {
    ...investigationDomain("de").refusal,
    "already-received": "Diese Beschwerde ist bereits erfasst. Es wurde nichts doppelt erfasst.",
    "unknown-complaint": "Diese Beschwerde gibt es nicht. Bitte prüfen Sie die Vorgangsnummer.",
    "already-acknowledged": "Der Eingang ist bereits bestätigt. Es wurde nichts erfasst.",
    "complaint-closed":
      "Die Beschwerde ist abgeschlossen. Es wurde nichts erfasst; bitte zuerst wieder eröffnen.",
    "complaint-not-closed": "Die Beschwerde ist noch offen. Es wurde nichts erfasst.",
    "complaint-erased":
      "Der Wortlaut dieser Beschwerde wurde gelöscht; es kann nichts ergänzt werden. Bitte erfassen Sie eine neue.",
    "in-the-future": "Der Zeitpunkt liegt in der Zukunft. Es wurde nichts erfasst; bitte korrigieren.",
    "before-dispatch":
      "Da war der Vorschlag noch nicht versandt. Nichts wurde erfasst; bitte das Datum berichtigen.",
    "before-receipt":
      "Der Zeitpunkt liegt vor dem Eingang der Beschwerde. Es wurde nichts erfasst; bitte korrigieren.",
    "no-email-address":
      "Zu dieser Person ist keine E-Mail-Adresse bekannt. Es wurde nichts versandt; bitte einen anderen Weg wählen.",
    "not-assigned":
      "Für diese Beschwerde ist noch niemand zuständig. Es wurde nichts erfasst; bitte zuerst zuweisen.",
    "conflict-of-interest":
      "Die Beschwerde betrifft diese Person. Es wurde nichts erfasst; bitte jemand anderen wählen.",
    "already-owner":
      "Diese Person ist bereits zuständig. Es wurde nichts erfasst; bitte jemand anderen wählen.",
    "not-trained":
      "Diese Person ist nicht im Umgang mit Beschwerden geschult. Es wurde niemand zuständig; bitte eine geschulte Person wählen oder die Schulung eintragen lassen.",
    "already-investigating": "Die Prüfung hat bereits begonnen. Es wurde nichts erfasst.",
    "not-investigating":
      "Die Beschwerde ist derzeit weder in Prüfung noch in Abstimmung. Es wurde nichts erfasst.",
    "no-finding":
      "Es gibt noch keine Feststellung. Es wurde nichts erfasst; bitte zuerst zu jedem Beschwerdepunkt eine treffen.",
    "no-measure": "Ein Vorschlag braucht mindestens eine Maßnahme. Es wurde nichts erfasst.",
    "amount-missing": "Erstattung und Gutschein brauchen einen Betrag. Es wurde nichts erfasst.",
    "amount-not-allowed": "Nur Erstattung und Gutschein haben einen Betrag. Es wurde nichts erfasst.",
    "amount-not-positive": "Der Betrag muss größer als null sein, in ganzen Cent. Es wurde nichts erfasst.",
    "basis-missing":
      "Bitte angeben, ob der Betrag geschuldet ist (Rechtsanspruch) oder aus Kulanz gezahlt wird. Es wurde nichts erfasst.",
    "unknown-proposal": "Diesen Vorschlag gibt es nicht. Es wurde nichts erfasst.",
    "proposal-superseded":
      "Ein neuerer Vorschlag ist an seine Stelle getreten. Es wurde nichts erfasst; bitte den neuesten ansehen.",
    "proposal-not-draft": "Dieser Vorschlag ist kein Entwurf mehr. Es wurde nichts erfasst.",
    "proposal-not-approved":
      "Dieser Vorschlag ist nicht freigegeben. Es wurde nichts versandt; bitte zuerst freigeben lassen.",
    "proposal-not-sent":
      "Dieser Vorschlag wurde nicht versandt oder ist nicht mehr offen. Es wurde nichts erfasst.",
    "proposal-expired":
      "Dieser Vorschlag ist abgelaufen. Es wurde nichts erfasst; bitte melden Sie sich, wir erneuern ihn.",
    "proposal-already-decided":
      "Über diesen Vorschlag ist bereits entschieden. Die frühere Entscheidung gilt.",
    "own-dates":
      "Wer für eine Beschwerde zuständig ist, berichtigt ihr Eingangsdatum nicht. Es wurde nichts erfasst; bitte eine andere Führungskraft darum bitten.",
    "same-receipt": "Das ist schon das Eingangsdatum. Es wurde nichts erfasst.",
    "after-recording":
      "Die Beschwerde wurde früher erfasst, sie kann also nicht später eingegangen sein. Es wurde nichts erfasst; bitte das Datum berichtigen.",
    "own-work":
      "Wer geprüft oder entworfen hat, kann nicht freigeben. Es wurde nichts erfasst; bitte eine andere Person fragen.",
    "not-in-discussion": "Die Beschwerde ist nicht in Abstimmung. Es wurde nichts erfasst.",
    "not-accepted": "Es ist kein Vorschlag angenommen. Es wurde nichts erfasst.",
    "unknown-measure": "Der angenommene Vorschlag enthält diese Maßnahme nicht. Es wurde nichts erfasst.",
    "measure-already-done": "Diese Maßnahme ist bereits ausgeführt. Es wurde nichts doppelt erfasst.",
    "not-implemented": "Die Lösung ist noch nicht umgesetzt. Es wurde nichts erfasst.",
    "already-followed-up": "Es wurde bereits nachgefasst. Es wurde nichts doppelt erfasst.",
    "not-followed-up":
      "Es wurde noch nicht nachgefasst, oder die Antwort fehlt. Die Beschwerde bleibt offen.",
    "no-such-clock": "Diese Frist gibt es bei der Beschwerde nicht. Es wurde nichts erfasst.",
    "clock-not-running": "Diese Zusage ist gehalten oder nicht mehr geschuldet. Es wurde nichts erfasst.",
    "in-the-past": "Das Datum ist vorbei. Es wurde nichts erfasst; bitte ein späteres wählen.",
    "reason-missing":
      "Der Eingang liegt in der Zukunft oder mehr als 30 Tage zurück. Es wurde nichts erfasst; bitte begründen oder das Datum korrigieren.",
    "outside-calendar":
      "Für diese Zeit kennt der Kalender keine Feiertage. Es wurde nichts erfasst; bitte das Datum korrigieren.",
    "unknown-declaration": "Diese Erklärung gibt es nicht. Es wurde nichts erfasst.",
    "declaration-settled": "Diese Erklärung ist bereits erledigt. Es wurde nichts doppelt erfasst.",
    "words-missing": "Der Text fehlt. Es wurde nichts erfasst; bitte ergänzen.",
    ...moneyRefusals.de,
    ...satisfactionRefusals.de,
    ...fileReviewRefusals.de,
    ...paymentRefusals.de,
  },
};

export const domain = (language: Language): Domain => (language === "de" ? de : en);
