import { DatabaseSync } from "node:sqlite";
import { stems } from "./stems.ts";

export type Store = ReturnType<typeof openStore>;

/** Where the register has a complaint: with a date at which something is due, open without one, or ended. */
export type Standing = "owed" | "open" | "ended";

/** What a complaint can be found by, and its place in the register. */
export type Entry = { words: ReadonlySet<string>; receivedAt: Date; standing: Standing };

/** Some of what was found, and the second before which the search goes on; without it, that was all. */
export type Hits = { ids: string[]; before?: number };

const bytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuid = (id: Uint8Array) =>
  Buffer.from(id)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/**
 * Complaints are numbered by standing and receipt, so that the index hands them over in the order of the register, newest
 * first, and stops when there are enough. In one second there is room for a quarter of a million.
 */
const base: Record<Standing, bigint> = { ended: 0n, open: 1n << 50n, owed: 2n << 50n };
const slots = 1n << 18n;
const lastSecond = (1n << 32n) - 1n;
const first = (standing: Standing, second: bigint) => base[standing] + second * slots;
const secondOf = (number: number) => Math.floor((number % 2 ** 50) / Number(slots));

const anyLength: readonly [number, number] = [0, 1000];

/** The index of one node: in memory only, nothing of it ever reaches a disk or the database. */
export function openStore() {
  const db = new DatabaseSync(":memory:");
  db.exec(`pragma journal_mode = memory; pragma temp_store = memory; pragma page_size = 8192;
    create table complaint (number integer primary key, id blob not null unique);
    create virtual table said using fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0');
    create table term (number integer primary key, term text not null unique, de text not null, en text not null);
    create index term_de on term (de); create index term_en on term (en);
    create virtual table part using fts5(term, content='term', content_rowid='number', tokenize='trigram');`);
  const numberOf = db.prepare("select number from complaint where id = ?");
  const lastIn = db.prepare("select max(number) as last from complaint where number >= ? and number < ?");
  const add = db.prepare("insert into complaint (number, id) values (?, ?)");
  const remove = db.prepare("delete from complaint where number = ?");
  const forget = db.prepare("delete from said where rowid = ?");
  const say = db.prepare("insert into said (rowid, words) values (?, ?)");
  // FTS5 numbers its own rows higher than a number of JavaScript reaches, and the last row's number comes back with each change.
  for (const each of [forget, say, remove, numberOf, lastIn]) each.setReadBigInts(true);
  const knows = db.prepare("select 1 from term where term = ?");
  const addTerm = db.prepare("insert into term (term, de, en) values (?, ?, ?)");
  const addPart = db.prepare("insert into part (rowid, term) values (?, ?)");
  const any = db.prepare("select 1 from said where said match ? limit 1");
  // Bounds are handed over as whole numbers, which a number of JavaScript is not for SQLite: it would leave them out.
  const newest = db.prepare(`select number, id from said join complaint on number = said.rowid
    where said match ? and said.rowid >= ? and said.rowid < ? order by said.rowid desc limit ?`);
  const one = db.prepare("select 1 from said where said match ? and rowid = ?");
  const terms = (query: string) => {
    const prepared = db.prepare(query);
    return (...values: (string | number)[]) => prepared.all(...values).map((row) => String(row.term));
  };
  const begun = terms(
    "select term from term where term >= ? and term < ? and length(term) between ? and ? limit ?",
  );
  const holding = terms("select term from part where part match ? and length(term) between ? and ? limit ?");
  const known = new Set<string>();
  const learn = (term: string) => {
    // Those of the last complaints are asked for most.
    if (known.has(term)) return;
    if (known.size > 50_000) known.clear();
    known.add(term);
    if (knows.get(term)) return;
    const { de, en } = stems(term);
    addPart.run(addTerm.run(term, de, en).lastInsertRowid, term);
  };
  const place = (id: string, { receivedAt, standing }: Entry): bigint => {
    const from = first(standing, BigInt(Math.max(0, Math.floor(receivedAt.getTime() / 1000))));
    const old = numberOf.get(bytes(id))?.number as bigint | undefined;
    if (old !== undefined) {
      forget.run(old);
      if (old >= from && old < from + slots) return old;
      remove.run(old);
    }
    const last = lastIn.get(from, from + slots)?.last as bigint | null;
    const number = last === null ? from : last + 1n;
    add.run(number, bytes(id));
    return number;
  };
  return {
    /** What can be found of these complaints from now on. */
    put: (all: ReadonlyMap<string, Entry>) => {
      db.exec("begin");
      try {
        const placed = [...all].map(([id, entry]) => ({ number: place(id, entry), words: entry.words }));
        // In their order: FTS5 writes down what it has gathered whenever a number is lower than the one before.
        for (const { number, words } of placed.toSorted((a, b) => (a.number < b.number ? -1 : 1))) {
          for (const word of words) learn(word);
          say.run(number, [...words].join(" "));
        }
        db.exec("commit");
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
    },
    /** Puts some of the index together, so that a look goes to fewer places; answers whether there is more to do. */
    tidy: (): boolean => {
      const changes = () => Number(db.prepare("select total_changes() as n").get()?.n);
      const before = changes();
      db.exec("insert into said (said, rank) values ('merge', -200)");
      return changes() - before > 1;
    },
    knows: (term: string) => knows.get(term) !== undefined,
    stemmed: terms(
      "select term from term where de in (?1, ?2) union select term from term where en in (?1, ?3) union select term from term where term in (?2, ?3)",
    ),
    /** So many of the words that begin so, of any length or of these. */
    beginning: (word: string, most: number, [least, longest] = anyLength) =>
      begun(word, `${word}\u{10ffff}`, least, longest, most),
    /** So many of the words with this in them, three letters or more. */
    holding: (word: string, most: number, [least, longest] = anyLength) =>
      holding(`"${word}"`, least, longest, most),
    finds: (expression: string) => any.get(expression) !== undefined,
    /**
     * About so many of what is found, the newest first, those received before a second. What was received within the same
     * second is handed over together: the order within it is not known here.
     */
    newest: (expression: string, standings: readonly Standing[], most: number, before?: number): Hits => {
      const until = before === undefined ? lastSecond : BigInt(before);
      const found = standings.flatMap((standing) =>
        newest.all(expression, first(standing, 0n), first(standing, until), most).map(({ number, id }) => ({
          second: secondOf(number as number),
          id: id as Uint8Array,
        })),
      );
      if (found.length < most) return { ids: found.map(({ id }) => uuid(id)) };
      const ordered = found.toSorted((a, b) => b.second - a.second);
      const last = ordered[most - 1]!.second;
      const whole = ordered.filter(({ second }) => second > last);
      return { ids: whole.map(({ id }) => uuid(id)), before: last + 1 };
    },
    /** Which of these an expression finds. */
    among: (expression: string, ids: readonly string[]): string[] =>
      ids.filter((id) => {
        const number = numberOf.get(bytes(id))?.number as bigint | undefined;
        return number !== undefined && one.get(expression, number) !== undefined;
      }),
    close: () => db.close(),
  };
}
