import type { Policy } from "../../core/policy/policy.ts";

/** The words of the seed policy. What a clock, an address or an hour is stands in the data; the text has slots. */
export const seedText: Policy["text"] = {
  en: {
    title: "Complaint policy",
    sections: [
      {
        id: "purpose",
        heading: "1. Purpose",
        blocks: [
          {
            paragraph:
              "The purpose of this document is to outline the communication and resolution path for customer complaints at {organisation.name}, ensuring a consistent and effective approach to handling and resolving customer issues.",
          },
          { paragraph: "This policy is applicable for both the {platforms} platforms." },
        ],
      },
      {
        id: "scope",
        heading: "2. Scope",
        blocks: [
          {
            paragraph:
              "This document applies to all customer complaints received by {organisation.name} related to our training programs, services, and other interactions with customers.",
          },
        ],
      },
      {
        id: "path",
        heading: "3. Complaint resolution path",
        blocks: [],
        steps: [
          {
            id: "receipt",
            heading: "Step 1: Receipt of complaint",
            blocks: [
              { paragraph: "Channels for receiving complaints:" },
              {
                list: [
                  "Email: {channels.email}",
                  "Phone: {channels.phone}",
                  "In person: At the company’s reception desk from {channels.desk} on working days as per the official {place}, Germany working days, excluding bank holidays.",
                ],
              },
            ],
          },
          {
            id: "acknowledgement",
            heading: "Step 2: Acknowledgment of complaint",
            blocks: [
              {
                paragraph:
                  "Within {clocks.acknowledgement} of receiving the complaint, we will acknowledge receipt via email or phone, providing the customer with a reference number and an estimated timeline for resolution.",
              },
            ],
          },
          {
            id: "investigation",
            heading: "Step 3: Investigation",
            blocks: [
              {
                paragraph:
                  "The complaint will be forwarded to the appropriate department or individual for investigation.",
              },
              {
                paragraph:
                  "The investigation will include gathering all relevant information and may involve interviewing staff, reviewing training materials, and examining any other pertinent documents.",
              },
            ],
          },
          {
            id: "proposal",
            heading: "Step 4: Resolution proposal",
            blocks: [
              {
                paragraph:
                  "Within {clocks.proposal}, we will propose a resolution to the customer. This may involve corrective actions, a refund, or other appropriate measures.",
              },
              {
                paragraph: "The proposed resolution will be communicated to the customer via email or phone.",
              },
            ],
          },
          {
            id: "implementation",
            heading: "Step 5: Implementation of resolution",
            blocks: [
              {
                paragraph:
                  "Once the customer accepts the proposed resolution, we will implement the resolution within {clocks.implementation}.",
              },
              {
                paragraph:
                  "If the customer does not accept the resolution, further discussions will be held to find a mutually acceptable solution.",
              },
            ],
          },
          {
            id: "follow-up",
            heading: "Step 6: Follow-up",
            blocks: [
              {
                paragraph:
                  "After the resolution has been implemented, we will follow up with the customer within {clocks.followUp} to ensure they are satisfied with the outcome.",
              },
              { paragraph: "The follow-up will be conducted via email or phone." },
            ],
          },
        ],
      },
      {
        id: "documentation",
        heading: "4. Documentation and reporting",
        blocks: [
          {
            paragraph:
              "All complaints, investigations, and resolutions will be documented and stored securely.",
          },
          {
            paragraph:
              "Monthly reports will be generated to review complaint trends and identify areas for improvement.",
          },
          {
            paragraph:
              "These reports will be reviewed by the management team to ensure continuous improvement of our services.",
          },
        ],
      },
      {
        id: "improvement",
        heading: "5. Continuous improvement",
        blocks: [
          {
            paragraph: "Feedback from complaints will be used to improve our training programs and services.",
          },
          {
            paragraph:
              "Regular training will be provided to staff to enhance their skills in handling customer complaints effectively.",
          },
        ],
      },
      {
        id: "contact",
        heading: "6. Contact information",
        blocks: [
          {
            paragraph:
              "For any questions or further information regarding our complaint resolution process, please contact:",
          },
          { paragraph: "{organisation.name}\n{organisation.address}" },
          {
            list: [
              "Phone: {channels.phone}",
              "Training programs admin: {contacts.trainingPrograms}",
              "Escalations: {contacts.escalations}",
              "Website: {organisation.website}",
            ],
          },
          {
            paragraph:
              "By implementing this customer resolution process, {organisation.name} is committed to ensuring customer satisfaction and continuously improving our services. The latest version of this policy will always be published on this page.",
          },
        ],
      },
    ],
  },
  de: {
    title: "Beschwerderichtlinie",
    sections: [
      {
        id: "purpose",
        heading: "1. Zweck",
        blocks: [
          {
            paragraph:
              "Dieses Dokument beschreibt, wie Beschwerden von Kundinnen und Kunden bei der {organisation.name} entgegengenommen, besprochen und gelöst werden. Es sorgt dafür, dass wir Anliegen einheitlich und wirksam bearbeiten und lösen.",
          },
          { paragraph: "Diese Richtlinie gilt für beide Plattformen, {platforms}." },
        ],
      },
      {
        id: "scope",
        heading: "2. Geltungsbereich",
        blocks: [
          {
            paragraph:
              "Dieses Dokument gilt für alle Beschwerden, die bei der {organisation.name} zu unseren Schulungsprogrammen, Dienstleistungen und anderen Kontakten mit Kundinnen und Kunden eingehen.",
          },
        ],
      },
      {
        id: "path",
        heading: "3. Der Weg einer Beschwerde",
        blocks: [],
        steps: [
          {
            id: "receipt",
            heading: "Schritt 1: Eingang der Beschwerde",
            blocks: [
              { paragraph: "So erreichen uns Beschwerden:" },
              {
                list: [
                  "E-Mail: {channels.email}",
                  "Telefon: {channels.phone}",
                  "Persönlich: am Empfang des Unternehmens von {channels.desk} an Arbeitstagen in {place}, ausgenommen gesetzliche Feiertage.",
                ],
              },
            ],
          },
          {
            id: "acknowledgement",
            heading: "Schritt 2: Eingangsbestätigung",
            blocks: [
              {
                paragraph:
                  "Innerhalb von {clocks.acknowledgement} nach Eingang der Beschwerde bestätigen wir den Eingang per E-Mail oder Telefon und nennen eine Vorgangsnummer sowie einen voraussichtlichen Zeitplan für die Lösung.",
              },
            ],
          },
          {
            id: "investigation",
            heading: "Schritt 3: Prüfung",
            blocks: [
              {
                paragraph:
                  "Die Beschwerde wird zur Prüfung an die zuständige Abteilung oder Person weitergeleitet.",
              },
              {
                paragraph:
                  "Zur Prüfung gehört, alle wesentlichen Informationen zusammenzutragen; dazu können Gespräche mit Mitarbeitenden, die Durchsicht von Schulungsunterlagen und die Prüfung weiterer einschlägiger Dokumente gehören.",
              },
            ],
          },
          {
            id: "proposal",
            heading: "Schritt 4: Lösungsvorschlag",
            blocks: [
              {
                paragraph:
                  "Innerhalb von {clocks.proposal} (Montag bis Freitag, ohne gesetzliche Feiertage in {place}) schlagen wir eine Lösung vor. Das können Korrekturmaßnahmen, eine Erstattung oder andere geeignete Maßnahmen sein.",
              },
              { paragraph: "Den Lösungsvorschlag teilen wir per E-Mail oder Telefon mit." },
            ],
          },
          {
            id: "implementation",
            heading: "Schritt 5: Umsetzung der Lösung",
            blocks: [
              {
                paragraph:
                  "Sobald der Lösungsvorschlag angenommen ist, setzen wir die Lösung innerhalb von {clocks.implementation} um.",
              },
              {
                paragraph:
                  "Wird der Vorschlag nicht angenommen, führen wir weitere Gespräche, um eine für beide Seiten annehmbare Lösung zu finden.",
              },
            ],
          },
          {
            id: "follow-up",
            heading: "Schritt 6: Nachfassen",
            blocks: [
              {
                paragraph:
                  "Nachdem die Lösung umgesetzt ist, fragen wir innerhalb von {clocks.followUp} nach, ob das Ergebnis zufriedenstellend ist.",
              },
              { paragraph: "Wir fragen per E-Mail oder Telefon nach." },
            ],
          },
        ],
      },
      {
        id: "documentation",
        heading: "4. Dokumentation und Berichte",
        blocks: [
          {
            paragraph: "Alle Beschwerden, Prüfungen und Lösungen werden dokumentiert und sicher aufbewahrt.",
          },
          {
            paragraph:
              "Monatliche Berichte zeigen, wie sich Beschwerden entwickeln, und machen Verbesserungsbedarf sichtbar.",
          },
          {
            paragraph:
              "Die Geschäftsleitung bespricht diese Berichte, damit unsere Leistungen stetig besser werden.",
          },
        ],
      },
      {
        id: "improvement",
        heading: "5. Fortlaufende Verbesserung",
        blocks: [
          {
            paragraph:
              "Rückmeldungen aus Beschwerden nutzen wir, um unsere Schulungsprogramme und Dienstleistungen zu verbessern.",
          },
          {
            paragraph:
              "Unsere Mitarbeitenden werden regelmäßig geschult, damit sie Beschwerden gut bearbeiten können.",
          },
        ],
      },
      {
        id: "contact",
        heading: "6. Kontakt",
        blocks: [
          { paragraph: "Fragen zu unserem Beschwerdeverfahren beantwortet gern:" },
          { paragraph: "{organisation.name}\n{organisation.address}" },
          {
            list: [
              "Telefon: {channels.phone}",
              "Verwaltung der Schulungsprogramme: {contacts.trainingPrograms}",
              "Eskalation: {contacts.escalations}",
              "Website: {organisation.website}",
            ],
          },
          {
            paragraph:
              "Mit diesem Verfahren setzt sich die {organisation.name} dafür ein, dass Kundinnen und Kunden zufrieden sind und unsere Leistungen stetig besser werden. Die neueste Fassung dieser Richtlinie ist immer auf dieser Seite veröffentlicht.",
          },
        ],
      },
    ],
  },
};
