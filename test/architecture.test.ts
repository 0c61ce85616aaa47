import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

/** The picture of docs/decisions/0001: what each room may import besides itself. Whatever is not here is refused. */
const may: Record<string, string[]> = {
  "src/core/calendar": [],
  "src/core/policy": ["src/core/calendar"],
  "src/core/statistics": [],
  "src/core/reporting": ["src/core/statistics", "src/core/calendar", "src/core/complaint"],
  "src/core/routing": [],
  "src/core/training": [],
  "src/core/timekeeping": [],
  "src/core/complaint": ["src/core/calendar", "src/core/policy"],
  "src/core/reviewing": ["src/core/calendar"],
  "src/core/improvement": ["src/core/calendar", "src/core/statistics"],
  "src/core/access": ["src/core/complaint", "src/core/improvement"],
  "src/core/letters": ["src/core/complaint"],
  "src/words": ["src/core", "src/http/contract.ts"],
  "src/database": [],
  "src/queue": ["src/database"],
  "src/timekeeping": ["src/core/timekeeping", "src/database"],
  "src/content": ["src/core", "src/database"],
  "src/search": ["src/database", "src/content"],
  "src/journal": ["src/core", "src/database", "src/content"],
  "src/complaints": [
    "src/core",
    "src/database",
    "src/content",
    "src/journal",
    "src/search",
    "src/queue",
    "src/http/contract.ts",
    "src/policies/contract.ts",
    "src/office",
  ],
  "src/office": ["src/core", "src/database", "src/queue", "src/content", "src/http/contract.ts"],
  "src/routing": ["src/core", "src/database", "src/complaints", "src/office", "src/http/contract.ts"],
  "src/escalation": [
    "src/core",
    "src/database",
    "src/complaints",
    "src/policies",
    "src/office",
    "src/http/contract.ts",
  ],
  "src/policies": [
    "src/core",
    "src/words",
    "src/database",
    "src/queue",
    "src/content",
    "src/office",
    "src/http/contract.ts",
  ],
  "src/staff": ["src/core", "src/database", "src/queue", "src/content", "src/http/contract.ts"],
  "src/letters": ["src/core", "src/words", "src/database", "src/complaints", "src/http/contract.ts"],
  "src/training": [
    "src/core",
    "src/words",
    "src/database",
    "src/content",
    "src/complaints",
    "src/office",
    "src/escalation/periods.ts",
    "src/routing/people.ts",
    "src/http/contract.ts",
  ],
  "src/payments": [
    "src/core",
    "src/database",
    "src/content",
    "src/complaints",
    "src/office",
    "src/http/contract.ts",
  ],
  "src/csv": ["src/http/contract.ts"],
  "src/participants": [
    "src/core",
    "src/database",
    "src/csv",
    "src/complaints",
    "src/office",
    "src/http/contract.ts",
  ],
  "src/file-reviews": [
    "src/core",
    "src/database",
    "src/journal",
    "src/complaints",
    "src/office",
    "src/escalation/periods.ts",
    "src/http/contract.ts",
  ],
  "src/surveys": [
    "src/core",
    "src/words",
    "src/database",
    "src/content",
    "src/csv",
    "src/complaints",
    "src/office",
    "src/participants/contract.ts",
    "src/http/contract.ts",
  ],
  "src/reviews": [
    "src/core",
    "src/database",
    "src/content",
    "src/journal/chain.ts",
    "src/complaints",
    "src/office",
    "src/improvement",
    "src/escalation/periods.ts",
    "src/http/contract.ts",
  ],
  "src/improvement": [
    "src/core",
    "src/database",
    "src/content",
    "src/complaints",
    "src/office",
    "src/participants",
    "src/escalation/periods.ts",
    "src/http/contract.ts",
  ],
  "src/channels/email": [
    "src/core",
    "src/database",
    "src/queue",
    "src/content",
    "src/words",
    "src/complaints",
    "src/letters",
    "src/http/contract.ts",
  ],
  "src/typesetting": ["src/queue/turns.ts"],
  "src/packing": [],
  "src/audit-packs": [
    "src/core",
    "src/database",
    "src/words",
    "src/packing",
    "src/typesetting",
    "src/complaints",
    "src/reports",
    "src/training",
    "src/improvement",
    "src/reviews",
    "src/channels/email/lists.ts",
    "src/http/contract.ts",
  ],
  "src/dossier": [
    "src/packing",
    "src/typesetting",
    "src/core",
    "src/journal",
    "src/database",
    "src/content",
    "src/words",
    "src/complaints",
    "src/channels/email",
    "src/http/contract.ts",
  ],
  "src/reports": [
    "src/core",
    "src/journal/chain.ts",
    "src/database",
    "src/complaints",
    "src/office",
    "src/participants",
    "src/surveys",
    "src/file-reviews",
    "src/training",
    "src/improvement",
    "src/words",
    "src/typesetting",
    "src/http/contract.ts",
  ],
  "src/channels/web-form": ["src/core", "src/content", "src/complaints"],
  "src/seeding": ["src/core", "src/complaints", "src/database"],
  "src/demo/mailbox": ["src/pages", "src/words", "src/complaints/desk.ts"],
  "src/demo": [
    "src/demo/mailbox",
    "src/core",
    "src/app.ts",
    "src/settings.ts",
    "src/database",
    "src/queue",
    "src/http/contract.ts",
    "src/seeding",
    "src/complaints",
    "src/escalation/office-operations.ts",
    "src/improvement",
    "src/file-reviews",
    "src/office",
    "src/participants",
    "src/payments",
    "src/policies",
    "src/reviews",
    "src/routing",
    "src/surveys",
    "src/training",
    "src/staff/accounts.ts",
    "src/channels/email/ledger.ts",
  ],
  "src/jobs": [
    "src/backup",
    "src/typesetting",
    "src/search",
    "src/complaints",
    "src/reports",
    "src/channels",
    "src/escalation",
    "src/routing",
    "src/training",
    "src/surveys",
    "src/file-reviews",
    "src/improvement",
    "src/reviews",
    "src/queue",
  ],
  "src/pages": [
    "src/core",
    "src/database",
    "src/words",
    "src/content",
    "src/complaints",
    "src/policies",
    "src/staff",
    "src/office",
    "src/channels/web-form",
  ],
  "src/http": [
    "src/core",
    "src/words",
    "src/database",
    "src/complaints",
    "src/payments",
    "src/training",
    "src/improvement",
    "src/staff",
    "src/channels/email",
    "src/dossier",
    "src/reports",
    "src/audit-packs",
    "src/typesetting",
    "src/timekeeping",
  ],
  "src/backup": [
    "src/core",
    "src/database",
    "src/content",
    "src/journal",
    "src/complaints",
    "src/office",
    "src/escalation/periods.ts",
  ],
  "src/settings.ts": ["src/database", "src/backup/secrets.ts", "src/channels/email/imap/account.ts"],
  "src/app.ts": ["src"],
  "src/commands": ["src"],
  "src/main.ts": ["src/commands", "src/backup/erasures.ts", "src/settings.ts"],
  web: ["src/words", "src/core", "src/reports/telling", "src/reports/drawing"],
};

const rooms = Object.keys(may).toSorted((a, b) => b.length - a.length);
const roomOf = (path: string) => rooms.find((room) => path === room || path.startsWith(`${room}/`));
const within = (path: string, allowed: string) => allowed === path || path.startsWith(`${allowed}/`);

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

type Import = { file: string; target: string; typeOnly: boolean };

const files = ["src", "web"].flatMap(sources);
const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm,
    ),
  ].map(([, typeOnly, specifier]) => ({
    file,
    typeOnly: typeOnly !== undefined,
    target: specifier!.startsWith(".")
      ? relative(root, resolve(root, dirname(file), specifier!))
      : specifier!,
  })),
);

test("every file has a room, and every import goes where the picture lets it", () => {
  assert.ok(imports.length > 500, "the imports were found");
  const strays = imports.flatMap(({ file, target, typeOnly }) => {
    const room = roomOf(file);
    if (!room) return [`${file} is in no room`];
    const to = roomOf(target);
    if (to === undefined || to === room) return [];
    // The browser knows contracts by their types alone, so that no schema travels to it.
    if (room === "web" && typeOnly && target.endsWith("/contract.ts")) return [];
    return may[room]!.some((allowed) => within(target, allowed)) ? [] : [`${file} -> ${target}`];
  });
  assert.deepEqual(strays, []);
});

test("the core is pure: no package, no node:, no clock, no chance", () => {
  const impure = files
    .filter((file) => file.startsWith("src/core/"))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const foreign = imports
        .filter((each) => each.file === file && !each.target.startsWith("src/"))
        .map(({ target }) => target);
      const clocks = text.match(/Temporal\.Now|new Date\(|Date\.now|Math\.random|crypto\.|process\./g) ?? [];
      return [...foreign, ...clocks].map((what) => `${file}: ${what}`);
    });
  assert.deepEqual(impure, []);
});

test("no file leads back to itself", () => {
  const graph = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ file }) => file,
  );
  const seen = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (seen.get(file) === "open") cycles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
    if (seen.has(file)) return;
    seen.set(file, "open");
    for (const { target } of graph.get(file) ?? []) visit(target, [...path, file]);
    seen.set(file, "done");
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(cycles, []);
});

test("no drawers, no barrels, no room of more than 300 lines, one reader of the environment", () => {
  const text = (file: string) => readFileSync(join(root, file), "utf8");
  assert.deepEqual(
    files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|services?|misc)(\/|\.tsx?$)|\/index\.tsx?$/.test(file),
    ),
    [],
  );
  // Word files are as long as what there is to say, in both languages; the tables are generated.
  const long = files.filter(
    (file) =>
      !file.startsWith("src/words/") &&
      !/seed-text|tables\.ts/.test(file) &&
      text(file).split("\n").length > 300,
  );
  assert.deepEqual(long, []);
  const readers = files.filter((file) => /process\.env/.test(text(file)));
  assert.deepEqual(readers, ["src/settings.ts"]);
});
