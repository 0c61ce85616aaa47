import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import type { Operations } from "../src/http/contract.ts";
import { mailOperations } from "../src/channels/email/contract.ts";
import { complaintOperations } from "../src/complaints/contract.ts";
import { investigationOperations } from "../src/complaints/investigation/contract.ts";
import { issueOperations } from "../src/complaints/issues/contract.ts";
import { roles, type Role } from "../src/core/access/access.ts";
import { letterOperations } from "../src/letters/contract.ts";
import { taxonomyOperations } from "../src/office/taxonomies/contract.ts";
import { officeOperations } from "../src/office/contract.ts";
import { participantOperations } from "../src/participants/contract.ts";
import { paymentOperations } from "../src/payments/contract.ts";
import { policyOperations } from "../src/policies/contract.ts";
import { routingOperations } from "../src/routing/contract.ts";
import { surveyOperations } from "../src/surveys/contract.ts";
import { staffOperations } from "../src/staff/contract.ts";
import { trainingOperations } from "../src/training/contract.ts";
import { openWorld, type Answer, type Colleague, type World } from "./world.ts";

const areas: Record<string, Operations> = {
  complaints: complaintOperations,
  investigation: investigationOperations,
  issues: issueOperations,
  taxonomies: taxonomyOperations,
  participants: participantOperations,
  surveys: surveyOperations,
  payments: paymentOperations,
  mail: mailOperations,
  letters: letterOperations,
  routing: routingOperations,
  training: trainingOperations,
  office: officeOperations,
  policies: policyOperations,
  staff: staffOperations,
};

/** Downloads are no operations of a contract. */
const downloads = ["GET /complaints/:id/files/1/0", "GET /training/coverage.csv", "GET /training/plan.csv"];

const nobody = "00000000-0000-4000-8000-00000000dead";
const document = join(import.meta.dirname, "../docs/access.md");

/** The smallest thing that a schema takes: enough to come to the question who may. */
function sample(schema: z.core.JSONSchema.JSONSchema, known: Record<string, string>, name = ""): unknown {
  const { type, properties = {}, required = [], items, anyOf, oneOf, format } = schema;
  if (known[name] !== undefined) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (anyOf ?? oneOf)?.[0];
  if (choice) return sample(choice, known, name);
  if (type === "object")
    return Object.fromEntries(
      required.map((each) => [each, sample(properties[each] as z.core.JSONSchema.JSONSchema, known, each)]),
    );
  if (type === "array")
    return Array.from({ length: schema.minItems ?? 0 }, () =>
      sample(items as z.core.JSONSchema.JSONSchema, known, name),
    );
  if (type === "integer" || type === "number") return Math.max(1, schema.minimum ?? 1);
  if (type === "boolean") return true;
  if (format === "uuid") return known.person;
  if (format === "date") return "2026-10-01";
  if (format === "date-time") return "2026-10-01T10:00:00Z";
  if (format === "email") return "a@kundin.example";
  if (format === "uri") return "https://example.test/";
  return schema.pattern?.includes("a-z") ? "code" : "text";
}

/** Whoever may not read complaints is told that there is none; elsewhere there was nothing to try it on. */
const markOf = (status: number, key: string): string =>
  status === 403 || (status === 404 && key.includes("/complaints/:id"))
    ? "–"
    : status === 404
      ? "404"
      : "yes";

describe("who may do what", () => {
  let world: World;
  let mara: Colleague;
  const people = new Map<Role, Colleague>();
  /** Names in a request that must mean something before it comes to the question who may. */
  let known: Record<string, string>;
  before(async () => {
    world = await openWorld({ mailOut: false });
    mara = await world.colleague("Mara", "handler", "manager", "intake");
    for (const role of roles) people.set(role, await world.colleague(`The-${role}`, role));
  });
  after(() => world.close());
  before(async () => {
    const { body: issue } = await mara.post("/issues", { name: "Rooms", description: "Cold rooms." });
    known = { platform: "ctterra", person: mara.id, of: await complain(), issueId: issue.id };
  });

  const complain = async (): Promise<string> => {
    const { body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
    return body.id as string;
  };

  const all = [
    ...Object.entries(areas).flatMap(([area, operations]) =>
      Object.entries(operations).map(([key, { body }]) => ({ area, key, body })),
    ),
    ...downloads.map((key) => ({ area: "downloads", key, body: undefined })),
  ];

  const ask = async (
    who: Colleague,
    key: string,
    schema: z.ZodType | undefined,
    id: string,
  ): Promise<Answer> => {
    const [method, path] = key.split(" ") as ["GET" | "POST" | "PUT", string];
    const url = path
      .replace("/complaints/:id", `/complaints/${id}`)
      .replace(/:(id|token)/g, nobody)
      .replace("/taxonomies/:name", "/taxonomies/categories")
      .replace(":year", "2026")
      .replace(":month", "2026-09")
      .replace(":name", "deputies")
      .replace(":kind", "acknowledgement")
      .replace(":language", "en")
      .replace(/:\w+/g, "1");
    const query =
      key === "GET /calendar/due"
        ? "?from=2026-10-05T10:00:00Z&clock=proposal"
        : key === "GET /calendar"
          ? "?year=2026"
          : "";
    const body = schema && sample(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), known);
    if (method === "GET") return who.get(`${url}${query}`);
    return method === "PUT" ? who.put(url, body as object) : who.post(url, body ?? {});
  };

  test("the table in docs/access.md is what every role gets from every operation; ACCESS=write makes it anew", async () => {
    const rows: string[] = [];
    const shared = await complain();
    for (const { area, key, body } of all) {
      const marks: string[] = [];
      // What changes a complaint gets one of its own.
      const changes = key.startsWith("POST /complaints/:id");
      for (const role of roles) {
        const { status } = await ask(people.get(role)!, key, body, changes ? await complain() : shared);
        assert.notEqual(status, 401, key);
        assert.ok(status < 500, `${role}: ${key} gave ${status}`);
        marks.push(markOf(status, key));
      }
      rows.push(`| ${area} | \`${key}\` | ${marks.join(" | ")} |`);
    }
    const table = [
      "# Who may do what",
      "",
      "Made by `test/access-matrix.test.ts` from every operation there is, by asking as every role about a complaint of",
      "somebody else. Whoever is named in a conflict of interest gets, whatever the role, the answer for a complaint that",
      "never was.",
      "",
      `| area | operation | ${roles.join(" | ")} |`,
      `| --- | --- | ${roles.map(() => "---").join(" | ")} |`,
      ...rows,
      "",
    ].join("\n");
    const plain = (text: string) => text.replace(/[ -]+/g, " ");
    if (process.env.ACCESS === "write") writeFileSync(document, table);
    assert.equal(plain(existsSync(document) ? readFileSync(document, "utf8") : ""), plain(table));
  });

  test("whoever is complained about gets from every operation, in every role, the answer for a complaint that never was", async () => {
    const id = await complain();
    for (const person of people.values())
      await mara.post(`/complaints/${id}/conflicts`, { personId: person.id });
    for (const { key, body } of all.filter(({ key: each }) => each.includes("/complaints/:id")))
      for (const [role, person] of people) {
        const conflicted = await ask(person, key, body, id);
        const unknown = await ask(person, key, body, crypto.randomUUID());
        const seen = ({ status, body: said }: Answer) => ({ status, code: said?.code, errors: said?.errors });
        assert.deepEqual(seen(conflicted), seen(unknown), `${role}: ${key}`);
        assert.ok([403, 404, 422].includes(conflicted.status), `${role}: ${key} gave ${conflicted.status}`);
      }
  });

  test("an owner may do no more than the role, and a complaint of somebody else is no secret among those who handle them", async () => {
    const handler = people.get("handler")!;
    const [own, foreign] = [await complain(), await complain()];
    await mara.post(`/complaints/${own}/assignment`, { ownerId: handler.id });
    for (const id of [own, foreign]) assert.equal((await handler.get(`/complaints/${id}`)).status, 200);
    const approve = `/complaints/${own}/proposals/1/approval`;
    assert.equal((await handler.post(approve)).status, 403, "owning does not approve");
  });
});
