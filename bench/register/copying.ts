// One thread's share of a large register. The database copies the rows; the words are sealed again, because a sealed word
// opens only in the place it was sealed for. The facts keep the chain of their original, so `verify` calls a copy broken.
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { contactDigest } from "../../src/record/content/finding.ts";
import { keyedDigest, loadKeys } from "../../src/record/content/keys.ts";
import { seal } from "../../src/record/content/sealing.ts";
import { formatReference } from "../../src/core/complaint/reference.ts";
import { seeded } from "../../src/sample/seeding/chance.ts";
import { said } from "./wording.ts";

export type Part = {
  owner: pg.ClientConfig;
  keyFolder: string;
  originals: Original[];
  people: string[];
  /** From this copy to before that one. */
  from: number;
  to: number;
  months: number;
};

export type Original = {
  id: string;
  ended: boolean;
  receivedAt: string;
  owned: boolean;
  words: { version: number; name: string; clear: string }[];
};

const programmes = ["pv", "wind", "heat_pump", "energy", "storage", "grid"];
const tables = ["complaint_event", "complaint_clock", "complaint_opening", "complaint_measure"];

export default async function copyPart(part: Part): Promise<void> {
  const client = new pg.Client({ ...part.owner, options: "-c timezone=UTC -c synchronous_commit=off" });
  await client.connect();
  try {
    await client.query("begin");
    const { rowCount } = await client.query("insert into bench.part values ($1) on conflict do nothing", [
      part.from,
    ]);
    if (rowCount) await copyAll(client, part);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function copyAll(client: pg.Client, part: Part): Promise<void> {
  const copies = Array.from({ length: part.to - part.from }, (_, at) => copyOf(part, part.from + at));
  await client.query(
    "create temporary table copy (id uuid, of_id uuid, reference text, shift interval, owner_id uuid, programme text) on commit drop",
  );
  await client.query(
    `insert into copy select id, of_id, reference, make_interval(secs => shift), owner_id, programme
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::float8[], $5::uuid[], $6::text[]) as given (id, of_id, reference, shift, owner_id, programme)`,
    [
      copies.map(({ id }) => id),
      copies.map(({ original }) => original.id),
      copies.map(({ reference }) => reference),
      copies.map(({ shift }) => shift),
      copies.map(({ ownerId }) => ownerId),
      copies.map(({ programme }) => programme),
    ],
  );
  await client.query("analyze copy");
  await copyRows(client, "complaint", "id", ["reference", "owner_id", "programme"]);
  for (const table of tables) await copyRows(client, table, "complaint_id", []);
  await client.query(
    `insert into complaint_conflict select id, ($1::uuid[])[1 + (hashtext(id::text) & 7)] from copy where hashtext(reference) % 50 = 0`,
    [part.people],
  );
  await keepWords(client, part, copies);
}

/** The same rows at another time, with these columns from the copy. */
async function copyRows(client: pg.Client, table: string, id: string, own: string[]): Promise<void> {
  const { rows } = await client.query<{ name: string; instant: boolean }>(
    `select attname as name, atttypid = 'timestamptz'::regtype as instant from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''`,
    [table],
  );
  const values = rows.map(({ name, instant }) => {
    if (name === id) return "copy.id";
    if (own.includes(name)) return `copy.${name}`;
    return instant ? `original.${name} + copy.shift` : `original.${name}`;
  });
  await client.query(
    `insert into ${table} (${rows.map(({ name }) => name).join(", ")})
      select ${values.join(", ")} from copy join ${table} original on original.${id} = copy.of_id`,
  );
}

type Copy = ReturnType<typeof copyOf>;

/** What has ended lies anywhere in the past; what is open stays near its dates, or they would be long gone. */
function copyOf({ originals, people, months }: Part, number: number) {
  const chance = seeded(number + 0x5eed);
  const ended = chance.of(0.95);
  const original = chance.one(originals.filter((each) => each.ended === ended));
  const days = (most: number) => -chance.part() * most * 86_400;
  const shift = ended ? days(months * 30) : days(4);
  const year = new Date(Date.parse(original.receivedAt) + shift * 1000).getUTCFullYear();
  return {
    number,
    original,
    id: crypto.randomUUID() as string,
    // Behind those of the originals, whatever the year.
    reference: formatReference({ prefix: "CT", year, number: 100_000 + number }),
    shift,
    // The first has most, as in an office.
    ownerId: original.owned ? people[Math.floor(chance.part() ** 2 * people.length)]! : null,
    programme: chance.of(0.6) ? programmes[Math.floor(chance.part() ** 2 * programmes.length)]! : null,
  };
}

async function keepWords(client: pg.Client, { keyFolder }: Part, copies: Copy[]): Promise<void> {
  const keys = loadKeys(keyFolder);
  const [dataKeys, content] = [[] as string[], [] as string[]];
  const [contacts, programmesSaid] = [[] as string[], [] as string[]];
  for (const { id, number, original } of copies) {
    const key = randomBytes(32);
    const { more, ...person } = said(number);
    dataKeys.push(line(id, keys.id, bytes(seal(keys.content, id, key))));
    contacts.push(line(id, bytes(contactDigest(keys, person.email))));
    for (const { version, name, clear } of original.words) {
      const about = version === 1 && name in person ? person[name as keyof typeof person] : clear;
      const text = version === 1 && name === "statement" ? about + more : about;
      if (name === "programme") {
        const digest = keyedDigest(keys.lookup, "programme", clear.trim().toLowerCase());
        programmesSaid.push(line(id, bytes(digest)));
      }
      const sealed = seal(key, `${id}/${version}/${name}/0`, Buffer.from(text));
      content.push(line(id, version, name, 0, bytes(randomBytes(32)), bytes(sealed)));
    }
  }
  await copyIn(client, "data_key (owner_id, key_id, wrapped)", dataKeys);
  await copyIn(client, "complaint_contact (complaint_id, digest)", contacts);
  await copyIn(client, "complaint_programme (complaint_id, digest)", programmesSaid);
  await copyIn(client, "content (owner_id, version, name, part, salt, sealed)", content);
}

const bytes = (value: Buffer) => `\\\\x${value.toString("hex")}`;
const line = (...values: (string | number)[]) => `${values.join("\t")}\n`;

const copyIn = (client: pg.Client, table: string, lines: string[]) =>
  pipeline(Readable.from([lines.join("")]), client.query(copyFrom(`copy ${table} from stdin`)));
