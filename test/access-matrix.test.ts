import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import type { Operations } from "../src/operations.ts";
import { auditPackOperations } from "../src/areas/audit-packs/contract.ts";
import { mailOperations } from "../src/channels/email/contract.ts";
import { complaintOperations } from "../src/casework/complaints/contract.ts";
import { investigationOperations } from "../src/casework/complaints/investigation/contract.ts";
import { issueOperations } from "../src/casework/complaints/issues/contract.ts";
import { improvementOperations } from "../src/areas/improvement/contract.ts";
import { roles, type Role } from "../src/core/access/access.ts";
import { letterOperations } from "../src/casework/letters/contract.ts";
import { taxonomyOperations } from "../src/organisation/office/taxonomies/contract.ts";
import { officeOperations } from "../src/organisation/office/contract.ts";
import { participantOperations } from "../src/areas/participants/contract.ts";
import { paymentOperations } from "../src/casework/payments/contract.ts";
import { policyOperations } from "../src/organisation/policies/contract.ts";
import { reportOperations } from "../src/areas/reports/contract.ts";
import { reviewOperations } from "../src/areas/reviews/contract.ts";
import { routingOperations } from "../src/casework/routing/contract.ts";
import { fileReviewOperations } from "../src/areas/file-reviews/contract.ts";
import { surveyOperations } from "../src/areas/surveys/contract.ts";
import { staffOperations } from "../src/organisation/staff/contract.ts";
import { trainingOperations } from "../src/areas/training/contract.ts";
import { seedPolicy } from "../src/organisation/policies/seed.ts";
import { openWorld, type Colleague, type World } from "./world.ts";
import { keepReport } from "./keep-report.ts";
import { sampleReport } from "./report-sample.ts";
import { wholeCase, type WholeCase } from "./whole-case.ts";

const areas: Record<string, Operations> = {
  complaints: complaintOperations,
  investigation: investigationOperations,
  issues: issueOperations,
  taxonomies: taxonomyOperations,
  improvement: improvementOperations,
  reports: reportOperations,
  reviews: reviewOperations,
  participants: participantOperations,
  "file-reviews": fileReviewOperations,
  surveys: surveyOperations,
  "audit-packs": auditPackOperations,
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
const downloads = [
  "GET /complaints/:id/files/:version/:index",
  "GET /complaints/:id/dossier.pdf",
  "GET /complaints/:id/dossier.zip",
  "GET /intake/:id/raw",
  "GET /outbox/:id/raw",
  "GET /payments/files/:id.xml",
  "GET /actions/:id/files/:version",
  "GET /reports/:period.pdf",
  "GET /reports/:period.csv",
  "GET /reports/:period.xlsx",
  "GET /audit-pack.zip",
  "GET /training/coverage.csv",
  "GET /training/plan.csv",
];

/** Whoever asks these has no name yet. */
const doors = ["POST /session", "DELETE /session", "POST /set-up"];

const nobody = "00000000-0000-4000-8000-00000000dead";
const document = join(import.meta.dirname, "../docs/access.md");

/** The smallest thing that a schema takes: enough to come to the question who may. */
function sample(schema: z.core.JSONSchema.JSONSchema, known: Record<string, unknown>, name = ""): unknown {
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
  if (schema.pattern?.includes("1[0-2]")) return "2026-10";
  return schema.pattern?.includes("a-z") ? "code" : "text";
}

type Answer = { status: number; text: string; code?: string; errors?: unknown };

/** Whoever may not read complaints is told that there is none; elsewhere there was nothing to try it on. */
const markOf = (status: number, key: string): string =>
  status === 403 || (status === 404 && (key.includes("/complaints/:id") || downloads.includes(key)))
    ? "–"
    : status === 404
      ? "404"
      : "yes";

describe("who may do what", () => {
  let world: World;
  let mara: Colleague;
  let boss: Colleague;
  let whole: WholeCase;
  const people = new Map<Role, Colleague>();
  /** Names in a request that must mean something before it comes to the question who may. */
  let known: Record<string, unknown>;
  /** Of somebody else, as the complaints are. */
  let actionId: string;
  before(async () => {
    world = await openWorld();
    mara = await world.colleague("Mara", "handler", "manager", "intake");
    boss = await world.colleague("Boss", "manager", "approver");
    const admin = await world.colleague("Root", "admin");
    for (const role of roles) people.set(role, await world.colleague(`The-${role}`, role));
    whole = await wholeCase(world, { mara, boss, admin });
    await keepReport(world.desk, sampleReport);
    known = {
      platform: "ctterra",
      person: mara.id,
      of: await complain(),
      issueId: whole.issue,
      document: seedPolicy,
    };
    const opened = { title: "Warm rooms", ownerId: mara.id, dueOn: "2026-12-01" };
    actionId = (await mara.post("/actions", opened)).body.id;
  });
  after(() => world.close());
  const complain = async (owner?: Colleague): Promise<string> => {
    const { body } = await mara.post("/complaints", {
      platform: "ctterra",
      channel: "phone",
      complainant: { name: "Anna" },
      subject: { kind: "programme" },
      statement: "The course was cancelled.",
    });
    if (owner) await mara.post(`/complaints/${body.id}/assignment`, { ownerId: owner.id });
    return body.id as string;
  };

  test("every route that the server has stands here, so none can be added without an entry", async () => {
    const { paths } = (await world.server.inject({ url: "/api/v1/openapi.json" })).json<{
      paths: Record<string, object>;
    }>();
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace("/api/v1", "").replace(/\{(\w+)\}/g, ":$1")}`,
      ),
    );
    const listed = [...all.map(({ key }) => key), ...doors];
    assert.deepEqual(served.toSorted(), listed.toSorted());
  });

  const all = [
    ...Object.entries(areas).flatMap(([area, operations]) =>
      Object.entries(operations).map(([key, { body }]) => ({ area, key, body })),
    ),
    ...downloads.map((key) => ({ area: "downloads", key, body: undefined })),
  ];

  /** Where there is something to read, it is read; what would change it is tried on nothing. */
  const placeOf = (key: string, id: string): string => {
    const [method, path] = key.split(" ") as [string, string];
    const there = (name: keyof WholeCase) => (method === "GET" ? whole[name] : nobody);
    return path
      .replace("/complaints/:id", `/complaints/${id}`)
      .replace("/payments/files/:id", `/payments/files/${whole.order}`)
      .replace("/intake/:id", `/intake/${there("intake")}`)
      .replace("/outbox/:id", `/outbox/${there("letter")}`)
      .replace("/issues/:id", `/issues/${there("issue")}`)
      .replace("/actions/:id", `/actions/${actionId}`)
      .replace(/:(id|token)/g, nobody)
      .replace("/taxonomies/:name", "/taxonomies/categories")
      .replace(":year", "2026")
      .replace(":month", "2026-09")
      .replace(":period", "2026-10")
      .replace(":name", "deputies")
      .replace(":kind", "acknowledgement")
      .replace(":language", "en")
      .replace(":version", whole.version)
      .replace(":index", "0")
      .replace(/:\w+/g, "1");
  };

  const ask = async (
    who: Colleague,
    key: string,
    schema: z.ZodType | undefined,
    id: string,
  ): Promise<Answer> => {
    const method = key.split(" ")[0] as "GET" | "POST" | "PUT";
    const query =
      key === "GET /calendar/due"
        ? "?from=2026-10-05T10:00:00Z&clock=proposal"
        : key === "GET /calendar"
          ? "?year=2026"
          : key === "GET /audit-pack.zip"
            ? "?from=2026-10-01&to=2026-10-31"
            : "";
    const body = schema && sample(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), known);
    const { statusCode, headers, payload } = await world.server.inject({
      method,
      url: `/api/v1${placeOf(key, id)}${query}`,
      headers: { ...who.headers, ...(method !== "GET" && { "content-type": "application/json" }) },
      ...(method !== "GET" && { payload: JSON.stringify(body ?? {}) }),
    });
    const said = String(headers["content-type"]).includes("json") ? JSON.parse(payload) : {};
    return { status: statusCode, text: payload, code: said.code, errors: said.errors };
  };

  test("the table in docs/access.md is what every role gets from every operation; ACCESS=write makes it anew", async () => {
    const rows: string[] = [];
    for (const { area, key, body } of all) {
      const marks: string[] = [];
      // What changes a complaint gets one of its own; what only reads may read the one that has everything.
      const changes = key.startsWith("POST /complaints/:id");
      for (const role of roles) {
        const who = people.get(role)!;
        const { status } = await ask(who, key, body, changes ? await complain() : whole.id);
        assert.notEqual(status, 401, key);
        assert.ok(status < 500, `${role}: ${key} gave ${status}`);
        const mark = markOf(status, key);
        const owned = key.includes("/complaints/:id") && mark === "–" ? await complain(who) : undefined;
        const own = owned && markOf((await ask(who, key, body, owned)).status, key);
        marks.push(own === "yes" ? "own" : mark);
      }
      rows.push(`| ${area} | \`${key}\` | ${marks.join(" | ")} |`);
    }
    const interviews = await Promise.all(
      ["GET /complaints/:id", "GET /complaints/:id/events", "GET /complaints/:id/investigation"].map(
        async (key) => {
          const marks = await Promise.all(
            roles.map(async (role) =>
              (await ask(people.get(role)!, key, undefined, whole.id)).text.includes(whole.heard)
                ? "yes"
                : "–",
            ),
          );
          return `| \`${key}\` | ${marks.join(" | ")} |`;
        },
      ),
    );
    const head = (columns: string[]) => [
      `| ${columns.join(" | ")} |`,
      `| ${columns.map(() => "---").join(" | ")} |`,
    ];
    const table = [
      "# Who may do what",
      "",
      "Made by `test/access-matrix.test.ts` from every route that the server has, by asking as every role about a complaint",
      'of somebody else; "own" is allowed to whoever owns the complaint, and 404 means that there was nothing to try it on.',
      "Whoever is named in a conflict of interest gets, whatever the role, the answer for a complaint that never was, and no",
      "list, number or download holds anything of it.",
      "",
      ...head(["area", "operation", ...roles]),
      ...rows,
      "",
      "## Interviews of somebody else's complaint",
      "",
      "Whose answer holds what was said in an interview. Owner and investigator read it whatever their role.",
      "",
      ...head(["operation", ...roles]),
      ...interviews,
      "",
    ].join("\n");
    const plain = (text: string) => text.replace(/[ -]+/g, " ");
    if (process.env.ACCESS === "write") writeFileSync(document, table);
    assert.equal(plain(existsSync(document) ? readFileSync(document, "utf8") : ""), plain(table));
  });

  test("an owner reads the interviews of the complaint, and no more than before it was theirs and after", async () => {
    const handler = people.get("handler")!;
    const reads = async () =>
      (await ask(handler, "GET /complaints/:id/events", undefined, whole.id)).text.includes(whole.heard);
    assert.equal(await reads(), false);
    await mara.post(`/complaints/${whole.id}/assignment`, { ownerId: handler.id });
    assert.equal(await reads(), true);
    await mara.post(`/complaints/${whole.id}/assignment`, { ownerId: mara.id });
    assert.equal(await reads(), false);
  });

  test("whoever is complained about gets from every operation, in every role, the answer for a complaint that never was", async () => {
    const id = await complain();
    for (const person of people.values())
      await mara.post(`/complaints/${id}/conflicts`, { personId: person.id });
    for (const { key, body } of all.filter(({ key: each }) => each.includes("/complaints/:id")))
      for (const [role, person] of people) {
        const conflicted = await ask(person, key, body, id);
        const unknown = await ask(person, key, body, crypto.randomUUID());
        const seen = ({ status, code, errors }: Answer) => ({ status, code, errors });
        assert.deepEqual(seen(conflicted), seen(unknown), `${role}: ${key}`);
        assert.ok([403, 404, 422].includes(conflicted.status), `${role}: ${key} gave ${conflicted.status}`);
      }
  });

  test("and no list, search, number, letter, mail, payment or download of the office holds anything of it", async () => {
    const traces = new RegExp([whole.id, whole.reference, whole.said, whole.payment, "Quendel"].join("|"));
    const reading = all.filter(({ key }) => key.startsWith("GET "));
    const holding = async () => {
      const found: string[] = [];
      for (const { key } of reading)
        for (const [role, person] of people)
          if (traces.test((await ask(person, key, undefined, whole.id)).text)) found.push(`${role}: ${key}`);
      for (const [role, person] of people)
        for (const query of [`q=${whole.said}`, `q=${whole.reference}`, "sort=received"])
          if (traces.test(JSON.stringify((await person.get(`/complaints?${query}`)).body)))
            found.push(`${role}: ${query}`);
      return found;
    };
    const before = await holding();
    for (const key of [
      "GET /intake",
      "GET /outbox",
      "GET /payments",
      "GET /intake/:id/raw",
      `q=${whole.said}`,
    ])
      assert.ok(
        before.some((each) => each.endsWith(key)),
        `${key} tells of it until then`,
      );
    for (const person of people.values())
      await mara.post(`/complaints/${whole.id}/conflicts`, { personId: person.id });
    assert.deepEqual(await holding(), []);
  });

  test("an owner may do no more than the role, and a complaint of somebody else is no secret among those who handle them", async () => {
    const handler = people.get("handler")!;
    const [own, foreign] = [await complain(handler), await complain()];
    for (const id of [own, foreign]) assert.equal((await handler.get(`/complaints/${id}`)).status, 200);
    const approve = `/complaints/${own}/proposals/1/approval`;
    assert.equal((await handler.post(approve)).status, 403, "owning does not approve");
  });
});
