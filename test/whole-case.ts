import assert from "node:assert/strict";
import { createTransport } from "nodemailer";
import { listenForMail } from "../src/channels/email/smtp.ts";
import type { Colleague, World } from "./world.ts";

/** One complaint with everything that a complaint can have, and where each of it is found. */
export type WholeCase = {
  id: string;
  reference: string;
  intake: string;
  letter: string;
  payment: string;
  order: string;
  issue: string;
  /** Of the evidence with a file. */
  version: string;
  /** Words that stand in this complaint, and in its interview, and nowhere else. */
  said: string;
  heard: string;
};

/** Mara handles it; Boss approves and releases. Nobody else has had a hand in it. */
export async function wholeCase(
  world: World,
  { mara, boss, admin }: Record<"mara" | "boss" | "admin", Colleague>,
): Promise<WholeCase> {
  const [said, heard] = ["Quittenmus", "Zwetschgenkern"];
  const listener = await listenForMail(world.desk, { host: "127.0.0.1", port: 0, lmtp: false }, () => {});
  await createTransport({ host: "127.0.0.1", port: listener.port, ignoreTLS: true }).sendMail({
    envelope: { from: "quendel@kundin.example", to: "mb@ctterra.com" },
    from: "Quendel Kundin <quendel@kundin.example>",
    to: "mb@ctterra.com",
    subject: `${said} im Kurs`,
    text: `Im Kurs gab es nur ${said}.`,
  });
  await world.settle();
  await listener.stop();
  const { items } = (await mara.get(`/complaints?q=${said}`)).body;
  const { id, reference } = items[0] as { id: string; reference: string };
  const done = async (who: Colleague, path: string, body: object = {}) => {
    const answer = await who.post(path.replace(":id", `/complaints/${id}`), body);
    assert.equal(answer.status, 201, `${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await done(mara, ":id/assignment", { ownerId: mara.id });
  await done(mara, ":id/investigation", { plan: `Ask about the ${said}.` });
  await done(mara, ":id/interviews", { as: "witness", person: "Kim", purpose: `About the ${heard}.` });
  const base64 = Buffer.from(said).toString("base64");
  const file = { name: `${said}.txt`, type: "text/plain", base64 };
  const { version } = await done(mara, ":id/evidence", { title: said, origin: "customer", file });
  const finding = { allegation: `Only ${said}`, outcome: "upheld", reasons: `It was ${said}.` };
  await done(mara, ":id/findings", finding);
  const refund = { kind: "refund", description: said, amountCents: 100, basis: "claim" };
  await done(mara, ":id/proposals", { explanation: said, measures: [refund] });
  await done(boss, ":id/proposals/1/approval");
  await done(mara, ":id/proposals/1/dispatch", { via: "email" });
  await world.settle();
  await done(mara, ":id/decision", { decision: "accept", proposal: 1, via: "phone", words: said });
  const payee = { payee: "Quendel Kundin", iban: "DE89370400440532013000" };
  await done(mara, ":id/payments", { measure: "1.1", ...payee });
  const [payment] = (await mara.get(`/complaints/${id}/payments`)).body.items;
  await done(boss, `/payments/${payment.id}/release`);
  const account = { holder: "Cleantech Terra GmbH", iban: "DE02120300000000202051" };
  assert.equal((await admin.put("/office/account", account)).status, 200);
  const order = await done(boss, "/payments/files");
  const issue = await done(mara, "/issues", { name: "Catering", description: "What there is to eat." });
  await done(mara, ":id/issues", { issueId: issue.id });
  await done(mara, ":id/declarations", { kind: "price_reduction", words: said });
  await world.settle();
  const [letter] = (await mara.get(`/outbox?complaint=${id}&limit=1`)).body.items;
  const [message] = (await mara.get("/intake?limit=1")).body.items;
  return {
    id,
    reference,
    said,
    heard,
    intake: message.id,
    letter: letter.id,
    payment: payment.id,
    order: order.id,
    issue: issue.id,
    version: String(version),
  };
}
