import type { Course } from "../seeding/agenda.ts";
import type { Kit } from "./kit.ts";
import { isoInstant } from "../../core/calendar/opening-hours.ts";
import { storeRaw } from "../../channels/email/ledger.ts";

type Mail = { hoursAgo: number; headers: Record<string, string>; text: string; again?: number };

const mail = (hoursAgo: number, from: string, subject: string, text: string, more = {}): Mail => ({
  hoursAgo,
  headers: { From: from, Subject: subject, ...more },
  text,
});
const duplicate = mail(
  18,
  "Nora Neu <nora.neu@customer.example>",
  "Kein Zertifikat",
  "Guten Tag,\n\nseit drei Wochen warte ich auf mein Zertifikat für den Kurs Batteriespeicher.\nBitte schicken Sie es mir.\n\nNora Neu",
  { "Message-ID": "<zertifikat-1@customer.example>" },
);

/** What came into the mail room in the last days, as mail servers hand it over. */
const mails: Mail[] = [
  mail(
    26,
    "Peer Post <peer.post@customer.example>",
    "Wrong room, wrong time",
    "Hello,\n\nthe confirmation named room 2.14, the course was in 3.07, and it began half an hour earlier.\nI missed the introduction and would like to repeat it.\n\nPeer Post",
  ),
  // The same bytes once more: a mail server that was not sure.
  { ...duplicate, again: 0.5 },
  mail(
    22,
    "no-reply@partner.example",
    "Message from a participant",
    "A participant writes through our form: the room was locked on the second day, and nobody came.",
  ),
  mail(
    20,
    "Out of office <olaf.off@customer.example>",
    "Automatische Antwort: Eingangsbestätigung",
    "Ich bin bis Montag nicht im Büro.",
    { "Auto-Submitted": "auto-replied" },
  ),
  mail(
    16,
    "Weekly Deals <news@deals.example>",
    "Only today: 70 % off everything",
    "Buy now. To unsubscribe, answer with STOP.",
    { "List-Unsubscribe": "<mailto:stop@deals.example>", Precedence: "bulk", "List-Id": "<deals.example>" },
  ),
  mail(
    11,
    "Mail Delivery System <mailer-daemon@mx.customer.example>",
    "Undelivered Mail Returned to Sender",
    [
      "--report",
      "Content-Type: text/plain",
      "",
      "The address does not exist.",
      "--report",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.customer.example",
      "",
      "Final-Recipient: rfc822; gone@customer.example",
      "Action: failed",
      "Status: 5.1.1",
      "--report--",
    ].join("\n"),
    {
      "Content-Type": 'multipart/report; report-type=delivery-status; boundary="report"',
      "Auto-Submitted": "auto-replied",
      "Return-Path": "<>",
    },
  ),
  mail(
    5,
    "Rita Rechnung <rita@customer.example>",
    "Doppelt abgebucht",
    "Hallo,\n\nfür den Kurs Wärmepumpen in der Praxis wurde zweimal abgebucht.\nBitte überweisen Sie einen Betrag zurück.\n\nRita Rechnung",
  ),
  mail(
    3,
    "Cleantech Terra <mb@ctterra.com>",
    "Your mailbox is full",
    "Sign in here to keep your messages: http://login.example/verify",
    { "Authentication-Results": "mx.demo.example; spf=fail; dkim=none; dmarc=fail" },
  ),
  mail(
    1,
    "Finn Frisch <finn@customer.example>",
    "Complaint about the online platform",
    "Dear team,\n\nthe videos of module 4 have had no sound since yesterday, and the exam is on Monday.\n\nFinn Frisch",
  ),
];

/** Puts them in through the real ledger, at the times at which they came. */
export async function* receiveMails({ days, cases: { desk } }: Kit): Course {
  const end = Temporal.Instant.from(days.end);
  for (const { hoursAgo, headers, text, again } of mails.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    const at = end.subtract({ minutes: Math.round(hoursAgo * 60) });
    const raw = rawOf(at, headers, text);
    yield isoInstant(at);
    await storeRaw(desk, { mailbox: "smtp", raw });
    if (again === undefined) continue;
    yield isoInstant(at.add({ minutes: again * 60 }));
    await storeRaw(desk, { mailbox: "smtp", raw });
  }
}

function rawOf(at: Temporal.Instant, headers: Record<string, string>, text: string): Buffer {
  const all = {
    "Return-Path": `<${/<(.*)>/.exec(headers.From ?? "")?.[1] ?? ""}>`,
    To: "mb@ctterra.com",
    Date: new Date(at.epochMilliseconds).toUTCString().replace("GMT", "+0000"),
    "Message-ID": `<${crypto.randomUUID()}@customer.example>`,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${inAscii(value)}`);
  return Buffer.from([...head, "", ...text.split("\n")].join("\r\n"));
}

/** An encoded word where a header has other letters than ASCII (RFC 2047). */
const inAscii = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?utf-8?B?${Buffer.from(value).toString("base64")}?=`;
