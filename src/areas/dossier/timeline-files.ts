import { stringify } from "csv-stringify/sync";
import type { Dossier } from "./dossier.ts";
import { tell, whoDid } from "./telling.ts";

/** All that happened, for programs. */
export const timelineJson = (dossier: Dossier): string =>
  `${JSON.stringify(
    dossier.events.map(({ version, type, recordedAt, actor, data, words, files, ...event }) => ({
      version,
      recordedAt,
      type,
      title: tell(dossier, { version, type, recordedAt, actor, data, words, files }).title,
      actor,
      by: whoDid(dossier, { actor, ...event }),
      data,
      words,
      files,
    })),
    undefined,
    2,
  )}\n`;

/** The same for a spreadsheet. What begins like a formula is disarmed: a customer's words must not compute. */
export const timelineCsv = (dossier: Dossier): string =>
  stringify(
    dossier.events.map((event) => {
      const { title, details } = tell(dossier, event);
      return {
        version: event.version,
        recordedAt: event.recordedAt,
        type: event.type,
        title,
        by: whoDid(dossier, event),
        details: details.join(" · "),
        words: Object.entries(event.words)
          .map(([name, text]) => `${name}: ${text}`)
          .join("\n"),
        files: event.files.map(({ name }) => name).join("\n"),
      };
    }),
    { header: true, bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
