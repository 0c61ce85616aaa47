import type { Desk } from "../../../record/desk.ts";
import type { Command } from "../../../core/complaint/commands.ts";
import type { PublicStatus } from "../../../casework/complaints/queries/public-status.ts";
import type { Asked, Pages } from "../adding.ts";
import { readReference } from "../../../core/complaint/reference.ts";
import { scores } from "../../../core/complaint/satisfaction.ts";
import { handle } from "../../../casework/complaints/handle.ts";
import { publicStatus } from "../../../casework/complaints/queries/public-status.ts";
import { keyedDigest } from "../../../record/content/keys.ts";
import { complaintByLink, isStatusCode, linkToken } from "../../../record/content/tokens.ts";
import { forgetFailures, mayTry } from "../../../organisation/staff/throttling.ts";
import { refusalInWords } from "../../../texts/refusing.ts";
import { answerPage, secretly } from "../answering.tsx";
import { DecisionPage, type Shown } from "../decision-page.tsx";
import { FindPage, LostPage } from "../find-page.tsx";
import { FollowUpPage } from "../follow-up-page.tsx";
import { StatusPage } from "../status-page.tsx";

type WithStatus = Asked & { status: PublicStatus; token: string };

const wordsLimit = 10_000;

/** The pages behind the customer's own link. Opening one changes nothing: mail programs open links on their own. */
export function customerRoutes(add: Pages, desk: Desk): void {
  /** Finds the complaint of a link, or says how to go on without one. */
  const own = (answer: (asked: WithStatus) => Promise<unknown>) => async (asked: Asked) => {
    const token = asked.params.token!;
    const id = await complaintByLink(desk.db, token);
    const status = id && (await publicStatus(desk, id));
    secretly(asked.reply);
    return status
      ? answer({ ...asked, status, token })
      : answerPage(asked.reply, asked.site, <LostPage site={asked.site} />, 404);
  };

  add.get("/status", async ({ site, reply }) =>
    answerPage(reply, site, <FindPage site={site} errors={[]} />),
  );
  add.post("/status", (asked) => findByCode(desk, asked), {
    rateLimit: { max: 60, timeWindow: "10 minutes" },
  });
  add.get(
    "/s/:token",
    own(async ({ site, reply, status, token }) =>
      answerPage(reply, site, <StatusPage site={site} status={status} token={token} />),
    ),
  );

  add.get(
    "/s/:token/decision",
    own(async ({ site, request, reply, status, token }) => {
      const notice = "asked" in (request.query as object) ? site.words.decision.asked : undefined;
      return answerPage(
        reply,
        site,
        <DecisionPage site={site} status={status} token={token} answer={{}} shown={{ errors: [], notice }} />,
      );
    }),
  );
  add.post(
    "/s/:token/decision",
    own((asked) => decide(desk, asked)),
  );

  add.get(
    "/s/:token/follow-up",
    own(async ({ site, reply, status, token }) =>
      answerPage(reply, site, <FollowUpPage site={site} status={status} token={token} errors={[]} />),
    ),
  );
  add.post(
    "/s/:token/follow-up",
    own((asked) => answerFollowUp(desk, asked)),
  );
  // There is no page of its own: whoever reloads it comes back to the follow-up.
  add.get(
    "/s/:token/satisfaction",
    own(async ({ site, reply, token }) => reply.redirect(site.path(`/s/${token}/follow-up`), 303)),
  );
  add.post(
    "/s/:token/satisfaction",
    own((asked) => giveSatisfaction(desk, asked)),
  );
}

const text = (body: unknown, name: string): string => {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value.replace(/\r\n/g, "\n").trim() : "";
};

/** By reference and code. A wrong code and an unknown reference are answered alike; guesses are slowed down, not locked out. */
async function findByCode(desk: Desk, { site, request, reply }: Asked): Promise<unknown> {
  const { db, keys, now } = desk;
  const { find } = site.words;
  const typed = text(request.body, "reference");
  const again = (field: string, message: string, status: number) =>
    answerPage(
      reply,
      site,
      <FindPage site={site} reference={typed.slice(0, 60)} errors={[{ field, text: message }]} />,
      status,
    );
  const read = readReference(typed, site.policy.organisation.referencePrefix);
  if ("refused" in read)
    return again("reference", read.refused === "mistyped" ? find.mistyped : find.wrong, 422);
  const counted = [keyedDigest(keys.lookup, "status code", read.reference)];
  if (!(await mayTry(db, counted, now()))) return again("code", find.wait, 429);
  const row = await db
    .selectFrom("complaint")
    .select("id")
    .where("reference", "=", read.reference)
    .executeTakeFirst();
  // Compared even when there is nothing to compare with, so that both answers take as long.
  const right = isStatusCode(
    keys,
    row?.id ?? "00000000-0000-0000-0000-000000000000",
    text(request.body, "code").slice(0, 100),
  );
  if (!row || !right) return again("code", find.wrong, 422);
  await forgetFailures(db, counted);
  return secretly(reply).redirect(site.path(`/s/${linkToken(keys, row.id)}`), 303);
}

async function decide(desk: Desk, asked: WithStatus): Promise<unknown> {
  const { site, request, reply, status, token } = asked;
  const decision = text(request.body, "decision");
  const words = text(request.body, "words");
  const page = (shown: Shown, code: number, current = status) =>
    answerPage(
      reply,
      site,
      <DecisionPage site={site} status={current} token={token} answer={{ decision, words }} shown={shown} />,
      code,
    );
  const number = Number(text(request.body, "proposal"));
  if (status.proposal && number !== status.proposal.number)
    return page({ errors: [], notice: site.words.decision.replaced }, 409);
  const errors = answerMistakes(site.words, decision, words);
  if (errors.length > 0) return page({ errors }, 422);
  const outcome = await handle(
    desk,
    { kind: "customer", complaintId: status.id },
    status.id,
    commandOf(decision, number, words, desk.now()),
  );
  if ("refused" in outcome) {
    const current = (await publicStatus(desk, status.id)) ?? status;
    return page({ errors: [], notice: refusalInWords(site.language, outcome) }, 409, current);
  }
  return reply.redirect(site.path(`/s/${token}/decision${decision === "ask" ? "?asked" : ""}`), 303);
}

function answerMistakes(
  { errors }: Asked["site"]["words"],
  decision: string,
  words: string,
): Shown["errors"] {
  const found: Shown["errors"] = [];
  if (!["accept", "decline", "counter", "ask"].includes(decision))
    found.push({ field: "decision", text: errors.choose });
  else if (decision !== "accept" && words === "") found.push({ field: "words", text: errors.words });
  if (words.length > wordsLimit) found.push({ field: "words", text: errors.long });
  if (!words.isWellFormed() || words.includes("\0")) found.push({ field: "words", text: errors.text });
  return found;
}

function commandOf(decision: string, proposal: number, words: string, at: string): Command {
  const said = { via: "link", at } as const;
  if (decision === "accept") return { do: "accept", proposal, ...said, ...(words && { words }) };
  if (decision === "ask") return { do: "ask", ...said, words };
  return { do: decision === "decline" ? "decline" : "counter", proposal, ...said, words };
}

async function answerFollowUp(
  desk: Desk,
  { site, request, reply, status, token }: WithStatus,
): Promise<unknown> {
  const solved = text(request.body, "solved");
  const words = text(request.body, "words");
  const { errors: wrong } = site.words;
  const errors = [
    ...(solved === "yes" || solved === "no" ? [] : [{ field: "solved", text: wrong.choose }]),
    ...(words.length > wordsLimit ? [{ field: "words", text: wrong.long }] : []),
    ...(words.includes("\0") || !words.isWellFormed() ? [{ field: "words", text: wrong.text }] : []),
  ];
  if (status.followUpOpen && errors.length > 0)
    return answerPage(
      reply,
      site,
      <FollowUpPage site={site} status={status} token={token} words={words} errors={errors} />,
      422,
    );
  if (status.followUpOpen) {
    const command: Command = {
      do: "answer-follow-up",
      via: "link",
      at: desk.now(),
      solved: solved === "yes",
      ...(words && { words }),
    };
    await handle(desk, { kind: "customer", complaintId: status.id }, status.id, command);
  }
  return reply.redirect(site.path(`/s/${token}/follow-up`), 303);
}

/** Nothing chosen is nothing said; a second answer is none, and the page thanks for the first. */
async function giveSatisfaction(
  desk: Desk,
  { site, request, reply, status, token }: WithStatus,
): Promise<unknown> {
  const chosen = (name: string) => scores.find((score) => String(score) === text(request.body, name));
  const [handling, result] = [chosen("handling"), chosen("result")];
  const who = { kind: "customer", complaintId: status.id } as const;
  if (handling || result)
    await handle(desk, who, status.id, {
      do: "give-satisfaction",
      via: "link",
      at: desk.now(),
      ...(handling && { handling }),
      ...(result && { result }),
    });
  return reply.redirect(site.path(`/s/${token}/follow-up`), 303);
}
