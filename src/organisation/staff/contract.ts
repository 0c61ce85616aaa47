import { z } from "zod";
import { roles } from "../../core/access/access.ts";

const role = z.enum(roles);
const name = z.string().trim().min(1).max(200);
const email = z.email().max(254);
const password = z.string().min(12).max(200);

/** Who is signed in, and what the staff app needs to know of the office. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  roles: z.array(role),
  organisation: z.string(),
  zone: z.string(),
  platforms: z.array(z.object({ code: z.string(), name: z.string() })),
  mailOut: z.boolean(),
});
export type Me = z.output<typeof Me>;

export const Colleague = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(role),
  disabled: z.boolean(),
});
export type Colleague = z.output<typeof Colleague>;

export const SignIn = z.strictObject({ email: z.string().max(254), password: z.string().max(200) });
export const SetUp = z.strictObject({
  token: z.string().max(60),
  name: name.optional(),
  email: email.optional(),
  password,
});

export const staffOperations = {
  "GET /session": { summary: "Who is signed in", ok: Me },
  "PUT /session/language": {
    summary: "The language in which Redress writes to you",
    body: z.strictObject({ language: z.enum(["en", "de"]) }),
    ok: z.object({ language: z.enum(["en", "de"]) }),
  },
  "GET /people": { summary: "Everybody who works here", ok: z.object({ items: z.array(Colleague) }) },
  "POST /people": {
    summary: "Add a colleague; answers a link to choose a password, valid 72 hours and shown once",
    body: z.strictObject({ email, name, roles: z.array(role).min(1) }),
    ok: z.object({ person: Colleague, invitation: z.string() }),
    creates: true,
  },
  "POST /people/:id/disablement": {
    summary: "Take an account away; its sessions end",
    params: z.object({ id: z.uuid() }),
    body: z.strictObject({}),
    ok: z.object({ disabled: z.boolean() }),
    creates: true,
  },
} as const;
