import type { TaxonomyEntry, TaxonomyName } from "./contract.ts";

const entries = (...rows: [code: string, en: string, de: string][]): TaxonomyEntry[] =>
  rows.map(([code, en, de]) => ({ code, en, de, active: true }));

/** For a training company (STANDARDS §3.3); administrators change it. */
export const starterTaxonomies: Record<TaxonomyName, TaxonomyEntry[]> = {
  categories: entries(
    ["course_content", "Course content", "Kursinhalt"],
    ["trainer", "Trainer and delivery", "Trainer:in und Durchführung"],
    ["materials", "Materials", "Unterlagen"],
    ["certificate", "Exam, assessment, certificate", "Prüfung, Bewertung, Zertifikat"],
    ["booking", "Booking and contract", "Buchung und Vertrag"],
    ["invoice", "Invoice and refund", "Rechnung und Erstattung"],
    ["withdrawal", "Withdrawal and termination", "Widerruf und Kündigung"],
    ["scheduling", "Scheduling and cancellation", "Termine und Absagen"],
    ["venue", "Venue and equipment", "Räume und Ausstattung"],
    ["platform", "Online platform", "Lernplattform"],
    ["information", "Information and advertising claims", "Informationen und Werbeaussagen"],
    ["staff", "Conduct of staff", "Verhalten von Mitarbeitenden"],
    ["discrimination", "Discrimination and harassment", "Diskriminierung und Belästigung"],
    ["accessibility", "Accessibility", "Barrierefreiheit"],
    ["data_protection", "Data protection", "Datenschutz"],
    ["safety", "Safety", "Sicherheit"],
    ["funding", "Funding (Bildungsgutschein, AVGS)", "Förderung (Bildungsgutschein, AVGS)"],
    ["partner", "Partner and subcontractor", "Partner und Nachunternehmen"],
    ["complaint_handling", "Complaint handling itself", "Umgang mit der Beschwerde selbst"],
    ["other", "Something else", "Etwas anderes"],
  ),
  "root-causes": entries(
    ["process_missing", "There is no process for it", "Es gibt keinen Ablauf dafür"],
    ["process_not_followed", "The process was not followed", "Der Ablauf wurde nicht eingehalten"],
    ["planning_capacity", "Planning or capacity", "Planung oder Kapazität"],
    ["skill_training", "Skills or training", "Fähigkeiten oder Schulung"],
    ["communication_unclear", "Unclear communication", "Unklare Kommunikation"],
    ["communication_late", "Late communication", "Verspätete Kommunikation"],
    ["content_outdated", "Outdated content", "Veralteter Inhalt"],
    ["content_error", "Error in the content", "Fehler im Inhalt"],
    ["system_defect", "Defect of a system", "Fehler eines Systems"],
    ["third_party", "Third party", "Dritte"],
    ["contract_terms", "Contract terms", "Vertragsbedingungen"],
    ["expectation_set_by_marketing", "Expectation set by advertising", "Durch Werbung geweckte Erwartung"],
    ["external_event", "External event", "Ereignis von außen"],
    ["not_substantiated", "Not substantiated", "Nicht belegt"],
    ["unknown", "Unknown", "Unbekannt"],
  ),
  "support-needs": entries(
    ["interpreter", "Interpreter", "Dolmetschen"],
    ["sign_language", "Sign language", "Gebärdensprache"],
    ["plain_language", "Plain language", "Leichte Sprache"],
    ["large_print", "Large print", "Großdruck"],
    ["accessible_format", "Another accessible format", "Anderes barrierefreies Format"],
    ["trusted_person", "A trusted person is present", "Eine Vertrauensperson ist dabei"],
    ["by_phone", "By phone and not in writing", "Telefonisch statt schriftlich"],
    ["more_time", "More time to answer", "Mehr Zeit zum Antworten"],
    ["other", "Something else", "Etwas anderes"],
  ),
  // What is taught here, only administrators know.
  programmes: [],
};
