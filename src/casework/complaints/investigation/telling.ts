import type { Facts, FactType } from "../../../core/complaint/events.ts";
import type { Step } from "../../../record/journal/journal.ts";

/** A fact with its words, by whom and when it was recorded. */
export type Told<T extends FactType> = {
  data: Facts[T][0];
  words: Record<string, string>;
  by: string;
  at: string;
  version: number;
};
export type Telling = <T extends FactType>(type: T) => Told<T>[];

/** All facts of one type, oldest first, with the words that are still kept and may be read. */
export const telling =
  (steps: readonly Step[], words: ReadonlyMap<number, Record<string, string>>): Telling =>
  (type) =>
    steps
      .filter(({ fact }) => fact.type === type)
      .map(({ fact: { data, actor, recordedAt, version } }) => ({
        data: data as Told<typeof type>["data"],
        words: words.get(version) ?? {},
        by: actor,
        at: recordedAt,
        version,
      }));
