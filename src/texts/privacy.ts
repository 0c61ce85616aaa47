import type { Language } from "./catalogue.ts";

type Part = { heading: string; paragraphs?: string[]; list?: string[] };
type Notice = { title: string; lead: string; controller: string; parts: Part[] };

/** What a person is told who makes a complaint (GDPR Art. 13). Says only what Redress does; a lawyer of the organisation reads it before use. */
const en: Notice = {
  title: "Privacy notice for complaints",
  lead: "What happens to what you tell us when you make a complaint.",
  controller: "Who is responsible",
  parts: [
    {
      heading: "What for, and on what basis",
      paragraphs: [
        "To handle your complaint, to keep the promises of our complaint policy, and to improve what went wrong. The basis is our contract with you or what leads to one (Art. 6(1)(b) GDPR), our duties by law (c), and our interest in settling complaints properly and provably (f).",
        "Telling us anything is voluntary. Without an address or number we can only answer on the status page.",
      ],
    },
    {
      heading: "Who sees it",
      paragraphs: [
        "Only colleagues who work on your complaint. Whoever you complain about does not see it. Letters to you travel through your mail provider and ours. There is no advertising and no tracking, and no decision about you is made by a machine alone.",
      ],
    },
    {
      heading: "How long",
      paragraphs: [
        "As long as your complaint and the periods that the law sets for keeping records require. Then your words, your name and your contact details are erased; what remains are dates and results without them. All of it is stored encrypted.",
      ],
    },
    {
      heading: "Your rights",
      list: [
        "to know what we have stored about you, and to get a copy (Art. 15, 20)",
        "to have it corrected, erased or restricted (Art. 16 to 18)",
        "to object, for reasons of your own situation (Art. 21)",
        "to complain to a data protection authority, for example where you live (Art. 77)",
      ],
    },
  ],
};

const de: Notice = {
  title: "Datenschutzhinweise für Beschwerden",
  lead: "Was mit dem geschieht, was Sie uns bei einer Beschwerde mitteilen.",
  controller: "Wer verantwortlich ist",
  parts: [
    {
      heading: "Wozu und auf welcher Grundlage",
      paragraphs: [
        "Um Ihre Beschwerde zu bearbeiten, die Zusagen unserer Beschwerderichtlinie einzuhalten und zu verbessern, was nicht in Ordnung war. Grundlage sind unser Vertrag mit Ihnen oder seine Anbahnung (Art. 6 Abs. 1 Buchst. b DSGVO), unsere gesetzlichen Pflichten (Buchst. c) und unser Interesse, Beschwerden ordentlich und nachweisbar zu erledigen (Buchst. f).",
        "Alle Angaben sind freiwillig. Ohne Adresse oder Nummer können wir nur auf der Statusseite antworten.",
      ],
    },
    {
      heading: "Wer es sieht",
      paragraphs: [
        "Nur wer an Ihrer Beschwerde arbeitet. Über wen Sie sich beschweren, sieht sie nicht. Schreiben an Sie gehen über Ihren und unseren E-Mail-Anbieter. Es gibt keine Werbung und kein Tracking, und keine Entscheidung über Sie trifft eine Maschine allein.",
      ],
    },
    {
      heading: "Wie lange",
      paragraphs: [
        "Solange Ihre Beschwerde und die gesetzlichen Aufbewahrungsfristen es verlangen. Danach werden Ihre Worte, Ihr Name und Ihre Kontaktdaten gelöscht; es bleiben Termine und Ergebnisse ohne sie. Alles wird verschlüsselt gespeichert.",
      ],
    },
    {
      heading: "Ihre Rechte",
      list: [
        "zu erfahren, was wir über Sie gespeichert haben, und eine Kopie zu erhalten (Art. 15, 20)",
        "es berichtigen, löschen oder einschränken zu lassen (Art. 16 bis 18)",
        "aus Gründen Ihrer Lage zu widersprechen (Art. 21)",
        "sich bei einer Datenschutzbehörde zu beschweren, zum Beispiel an Ihrem Wohnort (Art. 77)",
      ],
    },
  ],
};

export const privacyNotice = (language: Language): Notice => ({ en, de })[language];
