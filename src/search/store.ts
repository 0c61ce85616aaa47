import { DatabaseSync } from "node:sqlite";
import { stems } from "./stems.ts";

export type Store = ReturnType<typeof openStore>;

const bytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const uuid = (id: Uint8Array) =>
  Buffer.from(id)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** Up to so many hits are gathered at once; a word that more complaints have is soon met when the register is walked. */
const countable = 20_000;
/** Who asks about so many lines of the register will ask about more. */
const worthGathering = 1000;
/** So many expressions: a person turns the pages of one. */
const remembered = 4;

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
  const add = db.prepare("insert into complaint (id) values (?)");
  const forget = db.prepare("delete from said where rowid = ?");
  const say = db.prepare("insert into said (rowid, words) values (?, ?)");
  // FTS5 numbers its own rows higher than a number of JavaScript reaches, and the last row's number comes back with each change.
  for (const each of [forget, say]) each.setReadBigInts(true);
  const knows = db.prepare("select 1 from term where term = ?");
  const addTerm = db.prepare("insert into term (term, de, en) values (?, ?, ?)");
  const addPart = db.prepare("insert into part (rowid, term) values (?, ?)");
  const match = db.prepare(
    "select id from said join complaint on number = said.rowid where said match ? limit ?",
  );
  // As a whole number, which a number of JavaScript is not for SQLite: it would leave the second condition out.
  const among = db.prepare("select 1 from said where said match ? and rowid = ?");
  const terms = (query: string) => {
    const prepared = db.prepare(query);
    return (...values: (string | number)[]) => prepared.all(...values).map((row) => String(row.term));
  };
  const matching = (expression: string, most: number): string[] =>
    match.all(expression, most).map(({ id }) => uuid(id as Uint8Array));
  /** How many were asked about for the last expressions, and then all that they find, until something changes. */
  const walked = new Map<string, { asked: number; all?: ReadonlySet<string> | undefined }>();
  const allHits = (expression: string, asked: number) => {
    if (walked.size >= remembered && !walked.has(expression)) walked.clear();
    const walk = walked.getOrInsertComputed(expression, () => ({ asked: 0 }));
    const before = walk.asked;
    walk.asked += asked;
    if (before < worthGathering && walk.asked >= worthGathering) {
      const found = matching(expression, countable + 1);
      walk.all = found.length > countable ? undefined : new Set(found);
    }
    return walk.all;
  };
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
  return {
    /** What can be found of these complaints from now on; one without words can be found no more. */
    put: (all: ReadonlyMap<string, ReadonlySet<string>>) => {
      walked.clear();
      db.exec("begin");
      try {
        for (const [id, tokens] of all) {
          const old = numberOf.get(bytes(id))?.number as number | undefined;
          if (old !== undefined) forget.run(old);
          const number = old ?? add.run(bytes(id)).lastInsertRowid;
          for (const token of tokens) learn(token);
          say.run(number, [...tokens].join(" "));
        }
        db.exec("commit");
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
    },
    has: (id: string) => numberOf.get(bytes(id)) !== undefined,
    knows: (term: string) => knows.get(term) !== undefined,
    stemmed: terms(
      "select term from term where de in (?1, ?2) union select term from term where en in (?1, ?3) union select term from term where term in (?2, ?3)",
    ),
    beginning: terms("select term from term where term >= ? and term < ? limit ?"),
    /** Words with this in them, three letters or more. */
    holding: terms("select term from part where part match ? limit ?"),
    matching,
    /** Which of these an expression finds. */
    among: (expression: string, ids: readonly string[]): string[] => {
      const all = allHits(expression, ids.length);
      if (all) return ids.filter((id) => all.has(id));
      return ids.filter((id) => {
        const number = numberOf.get(bytes(id))?.number as number | undefined;
        return number !== undefined && among.get(expression, BigInt(number)) !== undefined;
      });
    },
    close: () => db.close(),
  };
}
