import type { FastifyRequest } from "fastify";
import QRCode from "qrcode";
import type { File } from "../../../core/complaint/events.ts";
import type { Desk } from "../../../record/desk.ts";
import type { Pages } from "../adding.ts";
import { fileLimits, mistakes, type Filled, type FormError } from "../../../channels/web-form/form.ts";
import { receiveForm } from "../../../channels/web-form/receiving.ts";
import { programmeNames } from "../../../organisation/office/taxonomies/programmes.ts";
import { publicStatus } from "../../../casework/complaints/queries/public-status.ts";
import { complaintByLink, linkToken, statusCode } from "../../../record/content/tokens.ts";
import { answerPage, secretly } from "../answering.tsx";
import { ComplaintForm } from "../complaint-form.tsx";
import { LostPage } from "../find-page.tsx";
import { ReceivedPage } from "../received-page.tsx";

/** Making a complaint by form, and the receipt for it. */
export function complainRoutes(add: Pages, desk: Desk): void {
  const { db, keys } = desk;

  add.get("/complain", async ({ site, reply }) =>
    answerPage(
      reply.header("cache-control", "no-store"),
      site,
      <ComplaintForm
        site={site}
        programmes={await programmeNames(db, site.language)}
        filled={{ key: crypto.randomUUID() }}
        errors={[]}
      />,
    ),
  );

  add.post(
    "/complain",
    async ({ site, request, reply }) => {
      const { filled, files, found } = await readForm(request);
      const errors = [...mistakes(filled, files), ...found];
      if (errors.length > 0) {
        const programmes = await programmeNames(db, site.language);
        const form = <ComplaintForm site={site} programmes={programmes} filled={filled} errors={errors} />;
        return answerPage(reply, site, form, 422);
      }
      // A program that fills in everything, the hidden field too, gets a page like everybody else and stays without a complaint.
      if (filled.website) return reply.redirect(site.path("/policy"), 303);
      const id = await receiveForm(desk, site.platform.code, site.language, filled, files);
      return reply.redirect(site.path(`/s/${linkToken(keys, id)}/received`), 303);
    },
    { rateLimit: { max: 300, timeWindow: "1 hour" } },
  );

  add.get("/s/:token/received", async ({ site, reply, params }) => {
    const id = await complaintByLink(db, params.token!);
    const status = id && (await publicStatus(desk, id));
    if (!status) return answerPage(secretly(reply), site, <LostPage site={site} />, 404);
    const link = `${desk.url}${site.path(`/s/${params.token}`)}`;
    const qr = await QRCode.toString(link, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
    return answerPage(
      secretly(reply),
      site,
      <ReceivedPage
        site={site}
        status={status}
        token={params.token!}
        code={statusCode(keys, status.id)}
        qr={qr}
      />,
    );
  });
}

const fields = new Set([
  "statement",
  "desiredOutcome",
  "about",
  "programme",
  "name",
  "email",
  "phone",
  "key",
  "website",
]);

/** Reads the form, with its files when it was sent as multipart; a form over the limits keeps what was typed. */
async function readForm(
  request: FastifyRequest,
): Promise<{ filled: Filled; files: File[]; found: FormError[] }> {
  const filled: Record<string, string> = {};
  const files: File[] = [];
  let left = fileLimits.bytes;
  if (!request.isMultipart()) return { filled: keptFields(request.body), files, found: [] };
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        if (fields.has(part.fieldname)) filled[part.fieldname] = String(part.value).replace(/\r\n/g, "\n");
        continue;
      }
      const bytes = await bytesWithin(part.file, left);
      left -= bytes?.length ?? Infinity;
      if (!bytes) files.length = 0;
      else if (bytes.length > 0)
        files.push({
          name: (part.filename || "file").slice(0, 200).toWellFormed().replaceAll("\0", ""),
          type: part.mimetype.slice(0, 100),
          bytes,
        });
    }
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "FST_REQ_FILE_TOO_LARGE")
      return { filled, files: [], found: [{ field: "files", code: "files_large" }] };
    if (code === "FST_FILES_LIMIT" || code === "FST_PARTS_LIMIT")
      return { filled, files: [], found: [{ field: "files", code: "files_many" }] };
    // A form that breaks off or has no boundary is no mistake of ours.
    throw code?.startsWith("FST_") ? error : Object.assign(new Error("unreadable form"), { statusCode: 400 });
  }
  if (left < 0) return { filled, files: [], found: [{ field: "files", code: "files_large" }] };
  return { filled, files, found: [] };
}

/** All of a file, or nothing where it is larger: read to the end all the same, so that there is somebody to answer. */
async function bytesWithin(
  file: AsyncIterable<Buffer> & { truncated?: boolean },
  most: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let left = most;
  for await (const chunk of file) {
    left -= chunk.length;
    // Ten of the largest at once, from a few senders, would fill the memory.
    if (left < 0) chunks.length = 0;
    else chunks.push(chunk);
  }
  return left < 0 || file.truncated ? undefined : Buffer.concat(chunks);
}

const keptFields = (body: unknown): Filled =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      ([name, value]) => fields.has(name) && typeof value === "string",
    ),
  ) as Filled;
