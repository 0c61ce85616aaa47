import type { investigationRefusals } from "../core/complaint/investigation/commands.ts";
import type {
  EvidenceOrigin,
  InterviewAnswer,
  Interviewee,
  InvestigationFacts,
  RepeatKind,
  SaidBy,
} from "../core/complaint/investigation/facts.ts";
import type { Impact, Priority } from "../core/complaint/triage.ts";
import type { Language } from "./catalogue.ts";

/** The words of triage and investigation (docs/glossary.md). */
type InvestigationDomain = {
  impact: Record<Impact, string>;
  priority: Record<Priority, string>;
  said: Record<SaidBy, string>;
  origin: Record<EvidenceOrigin, string>;
  interviewee: Record<Interviewee, string>;
  interviewAnswer: Record<InterviewAnswer, string>;
  repeat: Record<RepeatKind, string>;
  fact: Record<keyof InvestigationFacts, string>;
  refusal: Record<(typeof investigationRefusals)[number], string>;
};

const en: InvestigationDomain = {
  impact: {
    individual: "one person",
    group: "a course or a group",
    widespread: "many, or everybody",
  },
  priority: { low: "low", normal: "normal", high: "high", urgent: "urgent" },
  said: { customer: "the customer", staff: "us" },
  origin: {
    customer: "the customer",
    staff: "a colleague",
    department: "a department",
    third_party: "somebody from outside",
    public: "a public source",
  },
  interviewee: {
    staff: "a colleague",
    complained_about: "the person complained about",
    customer: "the customer",
    witness: "a witness",
    expert: "an expert",
  },
  interviewAnswer: {
    confirmed: "confirmed the summary",
    commented: "commented on the summary",
    replied: "replied to the complaint",
    no_reply: "did not want to reply",
  },
  repeat: { duplicate_of: "the same complaint once more", repeat_of: "the same trouble again" },
  fact: {
    AllegationAdded: "Allegation added",
    AllegationReworded: "Allegation reworded",
    AllegationMerged: "Allegations merged",
    AllegationWithdrawn: "Allegation withdrawn",
    PlanStepAdded: "Step planned",
    PlanStepDone: "Planned step done",
    InformationRequested: "Information requested",
    InformationAnswered: "Request answered",
    EvidenceAdded: "Evidence added",
    EvidenceStruck: "Evidence struck",
    MaterialReviewed: "Material reviewed",
    InterviewArranged: "Invited to an interview",
    InterviewHeld: "Interview held",
    InterviewShown: "Summary shown to the interviewee",
    InterviewAnswered: "Answer of the interviewee",
    CallRecorded: "Call with the customer",
    SupportNeedsNoted: "Support needs noted",
    RepeatConfirmed: "Connected with an earlier complaint",
    IssueLinked: "Linked to a systemic issue",
    IssueUnlinked: "No longer linked to a systemic issue",
  },
  refusal: {
    "unknown-allegation":
      "There is no allegation with this number. Nothing was recorded; look at the list again.",
    "allegation-ended":
      "This allegation was merged or withdrawn. Nothing was recorded; choose one that is still open.",
    "allegation-has-finding":
      "There is a finding on this allegation, so its words stay. Nothing was changed; add another allegation instead.",
    "allegation-into-itself":
      "An allegation cannot be merged into itself. Nothing was recorded; choose another.",
    "allegation-without-finding":
      "At least one allegation has no finding yet. Nothing was sent and the approval stands; record a finding, or merge or withdraw the allegation with a reason.",
    "unknown-step": "The plan has no such step. Nothing was recorded; look at the plan again.",
    "step-done": "This step is already done. Nothing was recorded twice.",
    "nobody-asked": "Say whom you asked. Nothing was recorded; choose a colleague or name a department.",
    "unknown-request": "There is no such request. Nothing was recorded; look at the list again.",
    "request-answered":
      "This request is already answered. The earlier answer stands; ask again in a new request.",
    "unknown-evidence": "There is no such piece of evidence. Nothing was recorded; look at the list again.",
    "evidence-struck": "This piece of evidence is already struck. Nothing was recorded twice.",
    "nobody-named": "Say who is interviewed. Nothing was recorded; choose a colleague or write a name.",
    "unknown-interview": "There is no such interview. Nothing was recorded; look at the list again.",
    "interview-held":
      "This interview is already written down. The summary stands; arrange another interview instead.",
    "interview-not-held":
      "This interview is not written down yet. Nothing was recorded; write it down first.",
    "interview-not-shown":
      "The interviewee has not been shown the summary. Nothing was recorded; show it first.",
    "interview-answered": "The interviewee has already answered. The earlier answer stands.",
    "no-right-of-reply":
      "Only the person complained about replies to the complaint. Nothing was recorded; record a comment instead.",
    "repeat-of-itself": "A complaint cannot repeat itself. Nothing was recorded; choose another.",
    "already-linked": "These two are already connected. Nothing was recorded twice.",
    "not-linked": "These two are not connected. Nothing was recorded.",
  },
};

const de: InvestigationDomain = {
  impact: {
    individual: "eine Person",
    group: "ein Kurs oder eine Gruppe",
    widespread: "viele oder alle",
  },
  priority: { low: "niedrig", normal: "normal", high: "hoch", urgent: "dringend" },
  said: { customer: "Kundin oder Kunde", staff: "uns" },
  origin: {
    customer: "Kundin oder Kunde",
    staff: "Kollegin oder Kollege",
    department: "eine Abteilung",
    third_party: "jemand von außen",
    public: "öffentliche Quelle",
  },
  interviewee: {
    staff: "Kollegin oder Kollege",
    complained_about: "Person, über die Beschwerde geführt wird",
    customer: "Kundin oder Kunde",
    witness: "Zeugin oder Zeuge",
    expert: "Fachperson",
  },
  interviewAnswer: {
    confirmed: "hat die Zusammenfassung bestätigt",
    commented: "hat die Zusammenfassung kommentiert",
    replied: "hat sich zur Beschwerde geäußert",
    no_reply: "möchte sich nicht äußern",
  },
  repeat: { duplicate_of: "dieselbe Beschwerde noch einmal", repeat_of: "wieder dasselbe Problem" },
  fact: {
    AllegationAdded: "Beschwerdepunkt aufgenommen",
    AllegationReworded: "Beschwerdepunkt neu gefasst",
    AllegationMerged: "Beschwerdepunkte zusammengeführt",
    AllegationWithdrawn: "Beschwerdepunkt zurückgenommen",
    PlanStepAdded: "Schritt geplant",
    PlanStepDone: "Geplanter Schritt erledigt",
    InformationRequested: "Auskunft erbeten",
    InformationAnswered: "Auskunft erhalten",
    EvidenceAdded: "Beleg aufgenommen",
    EvidenceStruck: "Beleg gestrichen",
    MaterialReviewed: "Unterlagen geprüft",
    InterviewArranged: "Zum Gespräch eingeladen",
    InterviewHeld: "Gespräch geführt",
    InterviewShown: "Zusammenfassung vorgelegt",
    InterviewAnswered: "Antwort der befragten Person",
    CallRecorded: "Telefonat",
    SupportNeedsNoted: "Unterstützungsbedarf vermerkt",
    RepeatConfirmed: "Mit früherer Beschwerde verbunden",
    IssueLinked: "Systemischem Problem zugeordnet",
    IssueUnlinked: "Nicht mehr systemischem Problem zugeordnet",
  },
  refusal: {
    "unknown-allegation":
      "Einen Beschwerdepunkt mit dieser Nummer gibt es nicht. Es wurde nichts erfasst; bitte die Liste ansehen.",
    "allegation-ended":
      "Dieser Beschwerdepunkt wurde zusammengeführt oder zurückgenommen. Es wurde nichts erfasst; bitte einen offenen wählen.",
    "allegation-has-finding":
      "Zu diesem Beschwerdepunkt gibt es eine Feststellung, darum bleibt sein Wortlaut. Es wurde nichts geändert; bitte einen weiteren aufnehmen.",
    "allegation-into-itself":
      "Ein Beschwerdepunkt kann nicht mit sich selbst zusammengeführt werden. Es wurde nichts erfasst; bitte einen anderen wählen.",
    "allegation-without-finding":
      "Mindestens ein Beschwerdepunkt hat noch keine Feststellung. Es wurde nichts versandt, die Freigabe bleibt; bitte eine Feststellung treffen oder den Punkt mit Grund zusammenführen oder zurücknehmen.",
    "unknown-step": "Diesen Schritt hat der Plan nicht. Es wurde nichts erfasst; bitte den Plan ansehen.",
    "step-done": "Dieser Schritt ist bereits erledigt. Es wurde nichts doppelt erfasst.",
    "nobody-asked":
      "Bitte angeben, wer gefragt wurde. Es wurde nichts erfasst; bitte jemanden wählen oder eine Abteilung nennen.",
    "unknown-request": "Diese Anfrage gibt es nicht. Es wurde nichts erfasst; bitte die Liste ansehen.",
    "request-answered":
      "Diese Anfrage ist bereits beantwortet. Die frühere Antwort bleibt; bitte mit einer neuen Anfrage nachfragen.",
    "unknown-evidence": "Diesen Beleg gibt es nicht. Es wurde nichts erfasst; bitte die Liste ansehen.",
    "evidence-struck": "Dieser Beleg ist bereits gestrichen. Es wurde nichts doppelt erfasst.",
    "nobody-named":
      "Bitte angeben, wer befragt wird. Es wurde nichts erfasst; bitte jemanden wählen oder einen Namen schreiben.",
    "unknown-interview": "Dieses Gespräch gibt es nicht. Es wurde nichts erfasst; bitte die Liste ansehen.",
    "interview-held":
      "Dieses Gespräch ist bereits festgehalten. Die Zusammenfassung bleibt; bitte ein weiteres Gespräch anlegen.",
    "interview-not-held":
      "Dieses Gespräch ist noch nicht festgehalten. Es wurde nichts erfasst; bitte zuerst festhalten.",
    "interview-not-shown":
      "Die Zusammenfassung wurde noch nicht vorgelegt. Es wurde nichts erfasst; bitte zuerst vorlegen.",
    "interview-answered": "Die befragte Person hat bereits geantwortet. Die frühere Antwort bleibt.",
    "no-right-of-reply":
      "Zur Beschwerde äußert sich nur, über wen sie geführt wird. Es wurde nichts erfasst; bitte einen Kommentar erfassen.",
    "repeat-of-itself":
      "Eine Beschwerde kann sich nicht selbst wiederholen. Es wurde nichts erfasst; bitte eine andere wählen.",
    "already-linked": "Beide sind bereits verbunden. Es wurde nichts doppelt erfasst.",
    "not-linked": "Beide sind nicht verbunden. Es wurde nichts erfasst.",
  },
};

export const investigationDomain = (language: Language): InvestigationDomain => (language === "de" ? de : en);
