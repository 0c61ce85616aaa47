import type { Language } from "./catalogue.ts";
import type { NoticeText } from "./notices.ts";
import { formatInstant } from "./catalogue.ts";

const words = {
  en: {
    late: (since: string) => `No backup has been proven since ${since}`,
    never: "No backup has been proven yet",
    lateLead:
      "Each night a backup should be made, restored into a scratch database and verified. It has not been for more than a day. Please ask whoever operates Redress to look at the log, at the folder of backups (BACKUP_TO) and at the room on the disk, and to run `redress backup` by hand until then.",
    broken: (file: string) => `The backup ${file} is not sound`,
    brokenLead:
      "It was made, but could not be restored whole. Earlier backups are kept. Please ask whoever operates Redress to run `redress verify`: if the record itself is whole, the backup was damaged on its way to the disk, and a new one should be made now.",
    restarted: (at: string) => `The database was started again on ${at}`,
    restartedLead:
      "It had ended while Redress was running. Redress went on by itself, and nothing that was acknowledged is lost. If nobody did this on purpose, please ask whoever operates Redress to look at the log, the memory and the disk of the machine.",
  },
  de: {
    late: (since: string) => `Seit ${since} ist keine Sicherung mehr geprüft`,
    never: "Noch ist keine Sicherung geprüft",
    lateLead:
      "Jede Nacht soll eine Sicherung entstehen, probeweise wiederhergestellt und geprüft werden. Seit mehr als einem Tag ist das nicht geschehen. Bitte lassen Sie die Betreuung von Redress das Protokoll, den Ordner der Sicherungen (BACKUP_TO) und den freien Speicherplatz ansehen und bis dahin von Hand sichern (`redress backup`).",
    broken: (file: string) => `Die Sicherung ${file} ist nicht brauchbar`,
    brokenLead:
      "Sie wurde erstellt, ließ sich aber nicht vollständig wiederherstellen. Frühere Sicherungen bleiben erhalten. Bitte lassen Sie die Betreuung von Redress `redress verify` ausführen: Ist der Bestand selbst in Ordnung, wurde die Sicherung auf dem Weg zum Datenträger beschädigt, und es sollte gleich eine neue erstellt werden.",
    restarted: (at: string) => `Die Datenbank wurde am ${at} neu gestartet`,
    restartedLead:
      "Sie hatte sich beendet, während Redress lief. Redress lief danach von selbst weiter, und nichts Bestätigtes ging verloren. War das keine Absicht, lassen Sie bitte die Betreuung von Redress das Protokoll, den Arbeitsspeicher und den Datenträger der Maschine ansehen.",
  },
};

/** What administrators read when the newest backup that is known to be good is too old, or one is not sound. */
export function backupNotice(language: Language, facts: Record<string, unknown>, zone: string): NoticeText {
  const w = words[language];
  const { problem, since, file } = facts as { problem: string; since?: string; file?: string };
  if (problem === "broken") return { subject: w.broken(file ?? ""), parts: [{ text: w.brokenLead }] };
  const subject = problem === "late" && since ? w.late(formatInstant(language, since, zone)) : w.never;
  return { subject, parts: [{ text: w.lateLead }] };
}

/** What administrators read when the database ended under a running Redress. */
export function restartNotice(language: Language, startedAt: string, zone: string): NoticeText {
  const w = words[language];
  return {
    subject: w.restarted(formatInstant(language, startedAt, zone)),
    parts: [{ text: w.restartedLead }],
  };
}
