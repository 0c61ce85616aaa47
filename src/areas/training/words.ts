import type { Desk } from "../../record/desk.ts";
import { open } from "../../record/content/content.ts";

/** What somebody wrote for one state of a session or a lesson. */
export type Said = Record<string, string>;

/** The words of each state of these, by id and version. */
export async function saidOf({ db, keys }: Pick<Desk, "db" | "keys">, ids: readonly string[]) {
  const said = new Map<string, Said>();
  for (const { ownerId, version, name, clear } of await open(db, keys, ids))
    said.getOrInsertComputed(`${ownerId} ${version}`, () => ({}))[name] = clear.toString();
  return (id: string, version: number): Said => said.get(`${id} ${version}`) ?? {};
}

/** What was not given is not kept. */
export const toKeep = (said: Record<string, string | undefined>): Map<string, Buffer> =>
  new Map(
    Object.entries(said).flatMap(([name, text]): [string, Buffer][] =>
      text === undefined ? [] : [[name, Buffer.from(text)]],
    ),
  );
