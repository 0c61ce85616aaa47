import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import formbody from "@fastify/formbody";
import type { Desk } from "../../../record/desk.ts";
import type { Mailbox } from "./keeping.ts";
import { answerPage, secretly } from "../../../faces/pages/answering.tsx";
import { siteOf, type Site } from "../../../faces/pages/site.ts";
import { GonePage, MailPage } from "./mail-page.tsx";
import { ListPage, readers, type Readers } from "./list-page.tsx";
import { WritePage } from "./write-page.tsx";
import { mistakesIn, sendAsCustomer, writtenIn } from "./writing.ts";

/** Where the demo takes mail in, if it does. */
type MailIn = { host: string; port: number } | undefined;
type Answer = (site: Site, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const onPage = 40;
const toStaff = /@demo\.example$/;

/** The page on which the demo's mails are read. Mounted by the demo alone: it shows everybody's mail without a sign-in. */
export const mailboxPages =
  (desk: Desk, mailbox: Mailbox, mailIn: MailIn): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit: 256 * 1024 });
    const add = (method: "GET" | "POST", page: string, answer: Answer) => {
      for (const [prefix, language] of [
        ["", "en"],
        ["/de", "de"],
      ] as const)
        app.route({
          method,
          url: `${prefix}/demo/mailbox${page}`,
          schema: { hide: true },
          handler: async (request, reply) => {
            const policy = await desk.policyAt(desk.now());
            return answer(siteOf({ policy, host: request.hostname, language })!, request, secretly(reply));
          },
        });
    };

    add("GET", "", async (site, request, reply) => {
      const { of, before, sent } = request.query as Record<string, string>;
      const chosen: Readers = readers.find((each) => each === of) ?? readers[0];
      const all = mailbox
        .mails()
        .filter(({ to }) => chosen === "everybody" || toStaff.test(to) === (chosen === "staff"));
      const rest = before === undefined ? all : all.filter(({ id }) => id < Number(before));
      const mails = rest.slice(0, onPage);
      const next = rest.length > onPage ? mails.at(-1)!.id : undefined;
      const page = { site, mails, of: chosen, all: all.length, next, sent: sent !== undefined };
      return answerPage(reply, site, <ListPage {...page} />);
    });
    add("GET", "/:id", async (site, request, reply) => {
      const id = Number((request.params as { id: string }).id);
      const mail = await mailbox.read(id);
      const kept = mailbox.mails().find((each) => each.id === id);
      if (!mail || !kept) return answerPage(reply, site, <GonePage site={site} />, 404);
      return answerPage(reply, site, <MailPage site={site} kept={kept} mail={mail} />);
    });
    add("GET", "/:id/raw", async (site, request, reply) => {
      const raw = mailbox.raw(Number((request.params as { id: string }).id));
      if (!raw) return answerPage(reply, site, <GonePage site={site} />, 404);
      return reply.type("message/rfc822").header("content-disposition", "attachment").send(raw);
    });
    const open = mailIn !== undefined;
    add("GET", "/write", async (site, _, reply) =>
      answerPage(reply, site, <WritePage site={site} open={open} written={writtenIn({})} errors={[]} />),
    );
    add("POST", "/write", async (site, request, reply) => {
      const written = writtenIn(request.body);
      const again = (errors: { field: string; text: string }[]) =>
        answerPage(reply, site, <WritePage site={site} open={open} written={written} errors={errors} />, 422);
      const mistakes = mistakesIn(written, site.language);
      if (mistakes.length > 0 || !mailIn) return again(mistakes);
      const refused = await sendAsCustomer(mailIn, site, written);
      if (refused) return again([refused]);
      return reply.redirect(site.path("/demo/mailbox?sent"), 303);
    });
  };
