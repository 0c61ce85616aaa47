import type { LetterKind } from "../core/complaint/letters.ts";
import type { Template } from "../core/letters/letter.ts";

/** The built-in letters in German, in the notation of `src/core/letters/notation.ts`. */
export const lettersDe: Record<LetterKind, Template> = {
  acknowledgement: {
    subject: "Ihre Beschwerde {reference} ist eingegangen",
    body: `Danke, dass Sie sich an uns wenden. Ihre Beschwerde ist bei uns eingegangen, und wir nehmen sie ernst.

| Vorgangsnummer: {reference}
| Eingegangen: {receivedAt}
| Was wir verstanden haben: {understood}
| Unser Lösungsvorschlag kommt bis: {proposalBy}
| Nach Ihrer Zusage setzen wir ihn um: innerhalb von {implementationWithin}
| Danach fragen wir, ob es gelöst ist: innerhalb von {followUpWithin}
| Ihr Kontakt: {person}

So zählen wir: {proposalWhy}

So sehen Sie jederzeit, wo Ihre Beschwerde steht:

[Stand Ihrer Beschwerde]({statusUrl})

Ohne diesen Link: mit Ihrer Vorgangsnummer und dem Code {code}.

Möchten Sie etwas ergänzen oder berichtigen, auch mit Unterlagen oder Bildern? Antworten Sie einfach auf diese E-Mail oder schreiben Sie an {email}, ein Mensch liest es. Sie erreichen uns auch telefonisch unter {phone}.

Was wir versprechen, steht in unserer Beschwerderichtlinie (Fassung {policyVersion}):

[Beschwerderichtlinie]({policyUrl})

Ihre Angaben verwenden wir nur, um Ihre Beschwerde zu bearbeiten und besser zu werden. Sie können jederzeit Auskunft darüber verlangen, was wir gespeichert haben.

[Datenschutzhinweise]({privacyUrl})`,
  },
  proposal: {
    subject: "Unser Lösungsvorschlag zu Ihrer Beschwerde {reference}",
    body: `Wir haben Ihre Beschwerde geprüft und Folgendes festgestellt:

* {findings}

Wir schlagen Ihnen vor:

{explanation}

* {measures}

{goodwill}

Bitte teilen Sie uns bis {validUntil} mit, ob Sie den Vorschlag annehmen. Das dauert eine Minute und braucht keine Anmeldung; Sie können auch ablehnen, etwas anderes vorschlagen oder nachfragen:

[Auf den Vorschlag antworten]({decisionUrl})

Nach Ihrer Zusage setzen wir ihn innerhalb von {implementationWithin} um, soweit nicht ein anderes Datum dabeisteht. Wenn Sie nicht antworten, gilt nichts als angenommen.

Möchten Sie lieber sprechen? Rufen Sie uns unter {phone} an oder antworten Sie auf diese E-Mail. Sind Sie mit unserem Vorgehen nicht einverstanden, schreiben Sie an {contact}.`,
  },
  acceptance: {
    subject: "Sie haben unseren Vorschlag zu {reference} angenommen",
    body: `Vielen Dank. Wir haben festgehalten, dass Sie unseren Vorschlag annehmen:

* {measures}

Wir setzen ihn bis {implementationBy} um.

War das nicht so gemeint? Antworten Sie auf diese E-Mail oder rufen Sie uns unter {phone} an.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  discussion: {
    subject: "Sie haben unseren Vorschlag zu {reference} nicht angenommen",
    body: `Wir haben festgehalten, dass unser Vorschlag für Sie noch nicht passt, und auch, was Sie dazu geschrieben haben.

Wir suchen eine Lösung, die für beide Seiten passt, und machen Ihnen bis {nextProposalBy} einen neuen Vorschlag. Wenn es hilft, rufen wir Sie an.

Sie erreichen uns unter {contact} oder telefonisch unter {phone}.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  holding: {
    subject: "Ihre Beschwerde {reference} braucht länger",
    body: `Bis {heldUntil} hatten wir Ihnen zugesagt: {held}. Das schaffen wir bis dahin nicht, und das tut uns leid.

| Grund: {heldReason}
| Zu erwarten am: {expectedOn}
| Ihr Kontakt: {person}

{heldExplanation}

Unsere Zusage bleibt, wie sie war; wir zählen dies als verspätet. Sind Sie damit nicht einverstanden, können Sie eskalieren: Schreiben Sie an {contact} oder rufen Sie {phone} an und fragen Sie nach der Leitung. Ein Mensch antwortet.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  implementation: {
    subject: "Ihre Beschwerde {reference}: Die zugesagte Lösung ist umgesetzt",
    body: `Wir haben umgesetzt, was wir vereinbart haben ({implementedAt}):

* {done}
* {later}

Erstattet: {refund}, {refundMeans}.

Innerhalb von {followUpWithin} fragen wir Sie, ob die Sache gelöst ist. Fehlt etwas? Antworten Sie auf diese E-Mail oder rufen Sie uns unter {phone} an.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  follow_up: {
    subject: "Ist es gelöst? Ihre Beschwerde {reference}",
    body: `Am {implementedAt} haben wir umgesetzt, was wir vereinbart haben. Dazu eine Frage:

Ist die Sache für Sie gelöst?

[Ja oder nein, mit einem Klick und, wenn Sie mögen, einem Satz]({followUpUrl})

Falls nicht, öffnen wir Ihre Beschwerde wieder und machen Ihnen einen neuen Vorschlag.

Sie können auch auf diese E-Mail antworten oder uns unter {phone} anrufen.`,
  },
  reminder: {
    subject: "Unser Vorschlag zu Ihrer Beschwerde {reference} wartet auf Sie",
    body: `Unser Vorschlag zu Ihrer Beschwerde liegt Ihnen vor, und wir haben noch nichts von Ihnen gehört:

* {measures}

Er gilt bis {validUntil}. Sie können ihn annehmen, ablehnen, etwas anderes vorschlagen oder etwas fragen; das dauert eine Minute und braucht kein Konto:

[Auf den Vorschlag antworten]({decisionUrl})

Wenn Sie nicht antworten, gilt nichts als angenommen. Möchten Sie lieber sprechen? Rufen Sie uns unter {phone} an oder antworten Sie auf diese E-Mail.`,
  },
  no_answer: {
    subject: "Wir schließen Ihre Beschwerde {reference} vorerst ab",
    body: `Wir haben noch einmal nachgefragt und nichts von Ihnen gehört. Deshalb schließen wir Ihre Beschwerde {reference} vom {receivedAt} vorerst ab.

Das ist keine Annahme und nimmt Ihnen kein Recht: Was wir Ihnen gesetzlich schulden, schulden wir Ihnen trotzdem.

Sie können sie jederzeit wieder öffnen lassen, innerhalb von zwölf Monaten ohne Angabe von Gründen: Antworten Sie auf diese E-Mail, schreiben Sie an {contact} oder rufen Sie uns unter {phone} an.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  withdrawal: {
    subject: "Sie haben Ihre Beschwerde {reference} zurückgezogen",
    body: `Wir haben festgehalten, dass Sie Ihre Beschwerde zurückziehen. Ihr Hinweis hilft uns trotzdem, besser zu werden.

War das nicht so gemeint, oder überlegen Sie es sich anders? Antworten Sie auf diese E-Mail oder rufen Sie uns unter {phone} an; wir öffnen sie wieder.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  reopening: {
    subject: "Wir haben Ihre Beschwerde {reference} wieder eröffnet",
    body: `Wir gehen der Sache noch einmal nach.

Bis {proposalBy} machen wir Ihnen einen neuen Vorschlag.

Sie erreichen uns unter {contact} oder telefonisch unter {phone}.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
  deadlock: {
    subject: "Zu Ihrer Beschwerde {reference} konnten wir uns nicht einigen",
    body: `Zu Ihrer Beschwerde {reference} vom {receivedAt} haben wir keine Lösung gefunden, die für beide Seiten passt. Das bedauern wir.

Als Verbraucherin oder Verbraucher können Sie sich an eine Verbraucherschlichtungsstelle wenden. Zuständig ist:

| Schlichtungsstelle: {conciliationBody}
| Anschrift: {conciliationAddress}

[Website der Schlichtungsstelle]({conciliationUrl})

{conciliationStance}

Der Weg zu den Gerichten bleibt Ihnen offen. Sie können auch jederzeit auf uns zurückkommen: Antworten Sie auf diese E-Mail oder rufen Sie uns unter {phone} an.

[Stand Ihrer Beschwerde]({statusUrl})`,
  },
};
