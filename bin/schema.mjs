// Writes schema.sql and src/engine/database/tables.ts from the migrations. Run by `npm run schema`.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dumpSchema } from "../src/engine/database/schema-dump.ts";
import { freshDatabase } from "../test/database.ts";

const root = join(import.meta.dirname, "..");
const target = process.argv[2] ?? root;

/** Instants arrive as text and counts as numbers: src/engine/database/database.ts sets the parsers. */
const mapping = JSON.stringify({ timestamptz: "string", int8: "number", date: "string" });

const database = await freshDatabase();
try {
  writeFileSync(join(target, "schema.sql"), await dumpSchema(database.owner));
  const { host, user, connectionString } = database.owner;
  const url = connectionString ?? `postgres://${user}@/${database.name}?host=${encodeURIComponent(host)}`;
  const out = join(target, target === root ? "src/engine/database/tables.ts" : "tables.ts");
  const flags = [
    "--dialect",
    "postgres",
    "--type-mapping",
    mapping,
    "--default-schema",
    "public",
    "--exclude-pattern",
    "pgboss.*",
  ];
  execFileSync(
    process.execPath,
    [join(root, "node_modules/kysely-codegen/dist/cli/bin.js"), "--url", url, ...flags, "--out-file", out],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
} finally {
  await database.drop();
}
