import type { ParticipantMonthDetails } from "../../../src/areas/participants/contract.ts";

type Count = ParticipantMonthDetails["counts"][number];

/** Numbers as they are typed; an empty one was not said. */
export type PlatformLines = { whole: string; programmes: { programme: string | null; number: string }[] };

/** The lines of a form: every platform that we have, and those that have numbers from before. */
export function linesOf(counts: readonly Count[], platforms: readonly string[]): Map<string, PlatformLines> {
  const all = new Set([...platforms, ...counts.map(({ platform }) => platform)]);
  return new Map(
    [...all].map((platform) => {
      const of = counts.filter((count) => count.platform === platform);
      const whole = of.find(({ programme }) => programme === undefined);
      return [
        platform,
        {
          whole: whole ? String(whole.participants) : "",
          programmes: of.flatMap(({ programme, participants }) =>
            programme === undefined ? [] : [{ programme, number: String(participants) }],
          ),
        },
      ];
    }),
  );
}

/** Digits, with blanks or the separators of thousands that people write; nothing else is guessed at. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim();
  const digits = /^\d{1,3}([.,\u00a0\u202f ]\d{3})+$/.test(plain) ? plain.replace(/\D/g, "") : plain;
  return /^\d{1,7}$/.test(digits) && Number(digits) <= 1_000_000 ? Number(digits) : undefined;
}

/** What is to be saved; nothing while a line is not filled in properly. */
export function countsOf(lines: ReadonlyMap<string, PlatformLines>): Count[] | undefined {
  const counts: Count[] = [];
  for (const [platform, { whole, programmes }] of lines) {
    if (whole.trim() !== "") {
      const participants = numberOf(whole);
      if (participants === undefined) return undefined;
      counts.push({ platform, participants });
    }
    for (const { programme, number } of programmes) {
      const participants = numberOf(number);
      if (participants === undefined || programme === null) return undefined;
      counts.push({ platform, programme, participants });
    }
  }
  return counts;
}
