import type { FastifyReply, FastifyRequest } from "fastify";
import type { Staff } from "../../core/access/access.ts";
import type { Db } from "../../engine/database/database.ts";
import { keyHolder } from "../../organisation/staff/api-keys.ts";
import { sessionHolder } from "../../organisation/staff/sessions.ts";

export const sessionCookie = "redress_session";

/** Who makes a request: the holder of a key, or of a session that asks from our own pages. */
export async function whoAsks(db: Db, now: string, request: FastifyRequest): Promise<Staff | undefined> {
  const bearer = keyIn(request);
  if (bearer !== undefined) {
    const holder = await keyHolder(db, bearer);
    return holder && { kind: "staff", ...holder };
  }
  const token = request.cookies[sessionCookie];
  const holder = token === undefined ? undefined : await sessionHolder(db, token, now);
  return holder && { kind: "staff", id: holder.id, roles: holder.roles };
}

const keyIn = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];

/** A browser says where an unsafe request comes from; one from elsewhere is not the person's own doing. */
export function fromElsewhere(request: FastifyRequest, url: string): boolean {
  // Only a key excuses from it: another site can make a browser send a user's name, and the session with it.
  if (keyIn(request) !== undefined) return false;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return (
    origin !== undefined &&
    origin !== new URL(url).origin &&
    origin !== `${request.protocol}://${request.host}`
  );
}

export function tellSession(reply: FastifyReply, token: string, url: string): void {
  reply.setCookie(sessionCookie, token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: url.startsWith("https:"),
    maxAge: 12 * 3600,
  });
}
