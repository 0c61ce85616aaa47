import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");

/**
 * The picture of docs/decisions/0030: one order of rooms. A file imports from its own room and from rooms before it, never
 * from one behind it. Those of `areas` stand side by side and know of each other only what is said below.
 */
const order =
  "core operations.ts texts engine/database engine/queue engine/timekeeping engine/typesetting engine/packing engine/csv record/content record/search record/desk.ts record/journal organisation/office organisation/policies organisation/staff organisation/operations.ts casework/complaints casework/letters casework/payments casework/routing casework/alerts channels areas faces settings.ts app.ts sample/seeding sample/demo commands main.ts".split(
    " ",
  );

/** Which rooms stand side by side, and what each of them may know of the others. */
const beside: Record<string, Record<string, string[]>> = {
  areas: {
    backup: [],
    dossier: [],
    participants: [],
    training: [],
    "file-reviews": [],
    surveys: ["participants"],
    improvement: ["participants"],
    reviews: ["improvement"],
    reports: ["participants", "surveys", "file-reviews", "training", "improvement"],
    "audit-packs": ["reports", "training", "improvement", "reviews"],
  },
  channels: { email: [], "web-form": [] },
  faces: { http: [], pages: [], jobs: [] },
  core: {
    calendar: [],
    statistics: [],
    routing: [],
    training: [],
    timekeeping: [],
    policy: ["calendar"],
    complaint: ["calendar", "policy"],
    reviewing: ["calendar"],
    improvement: ["calendar", "statistics"],
    reporting: ["statistics", "calendar", "complaint"],
    access: ["complaint", "improvement"],
    letters: ["complaint"],
  },
};

/** What the browser shares with us; of contracts it knows the types alone, so that no schema travels to it. */
const shared = ["core", "texts", "areas/reports/telling", "areas/reports/drawing"];

const within = (path: string, room: string) => path === `src/${room}` || path.startsWith(`src/${room}/`);
const placeOf = (path: string) => order.findIndex((room) => within(path, room));
const besideOf = (path: string) => {
  const [, floor, room] = path.split("/");
  return { floor: floor!, room: room! };
};

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

test("every file has a room, and every import goes down the order", () => {
  assert.ok(imports.length > 500, "the imports were found");
  assert.deepEqual(
    files.filter((file) => file.startsWith("src/") && placeOf(file) === -1),
    [],
  );
  const up = imports
    .filter(({ file, target }) => file.startsWith("src/") && /^(src|web)\//.test(target))
    .filter(({ file, target }) => target.startsWith("web/") || placeOf(target) > placeOf(file))
    .map(({ file, target }) => `${file} -> ${target}`);
  assert.deepEqual(up, []);
});

test("rooms that stand side by side know of each other only what the table says", () => {
  const strays = imports.flatMap(({ file, target }) => {
    const [from, to] = [besideOf(file), besideOf(target)];
    const table = beside[from.floor];
    if (!table || !target.startsWith("src/") || from.floor !== to.floor || from.room === to.room) return [];
    return table[from.room]?.includes(to.room) ? [] : [`${file} -> ${target}`];
  });
  assert.deepEqual(strays, []);
});

test("the browser shares what is pure, and knows the rest by its types", () => {
  const strays = imports
    .filter(({ file, target }) => file.startsWith("web/") && target.startsWith("src/"))
    .filter(({ target, typeOnly }) => !(typeOnly && /\/(contract|operations)\.ts$/.test(target)))
    .filter(({ target }) => !shared.some((room) => within(target, room)))
    .map(({ file, target }) => `${file} -> ${target}`);
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
      !file.startsWith("src/texts/") &&
      !/seed-text|tables\.ts/.test(file) &&
      text(file).split("\n").length > 300,
  );
  assert.deepEqual(long, []);
  const readers = files.filter((file) => /process\.env/.test(text(file)));
  assert.deepEqual(readers, ["src/settings.ts"]);
});
