/** One person whose name is not said: full names, addresses and telephone numbers. */
export type Unnamed = { names: readonly string[]; phones?: readonly string[] };

/** Takes names out of a text; the same person is the same "Person A" wherever they appear. */
export type Hide = (text: string) => string;

const word = String.raw`[\p{L}\p{N}\p{M}_]`;

/** Parts of a name that are no name by themselves; "Person" would hide our own labels. */
const particles = new Set(
  "von vom van der den dem de del della di da dos du la le zu zur und and the dr prof med ing dipl frau herr mr mrs ms person".split(
    " ",
  ),
);

/**
 * Whole words only, in any case, with or without accents, umlauts written out and a genitive s; each part of a name too.
 * Labels are given in the order in which people appear. Signs that cannot be seen do not help a name through.
 */
export function hiding(people: readonly Unnamed[]): Hide {
  const owners = new Map<string, Set<number>>();
  for (const [index, { names, phones = [] }] of people.entries()) {
    const spellings = names.flatMap((name) => [name, ...partsOf(name)]).map(spelling);
    for (const each of [...spellings.map(patternOf), ...phones.map(patternOfPhone)])
      if (each !== "") owners.getOrInsertComputed(each, () => new Set()).add(index);
  }
  if (owners.size === 0) return (text) => text;
  const patterns = [...owners.keys()].toSorted((a, b) => b.length - a.length);
  const whose = patterns.map((pattern) => [...owners.get(pattern)!]);
  const any = new RegExp(
    `(?<!${word})(?:${patterns.map((each) => `(${each})`).join("|")})(?:['’]?s)?(?!${word})`,
    "giu",
  );
  const labelOf = labels(new Set(people.flatMap(({ names }) => names.flatMap(wordsOf))));
  const replace = (text: string) =>
    text.replace(any, (...found: unknown[]) => {
      const group = patterns.findIndex((_, index) => found[index + 1] !== undefined);
      return `Person ${whose[group]!.map(labelOf).join("/")}`;
    });
  return (text) => {
    const seen = text.normalize("NFC");
    const once = replace(seen);
    const bare = once.replace(/\p{Cf}/gu, "");
    const twice = replace(bare);
    if (twice !== bare) return twice;
    return once === seen ? text : once;
  };
}

const spelling = (name: string) =>
  name
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .trim();
const wordsOf = (name: string) =>
  spelling(name)
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];

const partsOf = (name: string): string[] =>
  name.includes("@")
    ? []
    : spelling(name)
        .split(/[\s,.\-–/()]+/)
        .filter(
          (part) => Array.from(part).length > 1 && /\p{L}/u.test(part) && !particles.has(part.toLowerCase()),
        );

const writtenOut: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", å: "aa", ø: "oe", æ: "ae" };

function patternOf(name: string): string {
  return name
    .split(/\s+/)
    .map((part) => Array.from(part, patternOfSign).join(""))
    .join(String.raw`[\s\u00a0]+`);
}

function patternOfSign(sign: string): string {
  const plain = sign.normalize("NFD").replace(/\p{M}/gu, "");
  const ways = new Set([sign, plain, writtenOut[sign.toLowerCase()]].filter((way) => way));
  const escaped = [...ways].map((way) => way!.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return escaped.length === 1 ? escaped[0]! : `(?:${escaped.join("|")})`;
}

/** By its last nine digits, however it is grouped and whatever code stands before it. */
function patternOfPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").slice(-9);
  if (digits.length < 6) return "";
  const gap = String.raw`[\s\u00a0().\/\-]*`;
  return `(?:\\+?\\d[\\d\\s\\u00a0().\\/\\-]{0,8})?${digits.split("").join(gap)}`;
}

/** A, B … Z, AA …, never a label that is itself a name in the list. */
function labels(names: ReadonlySet<string>): (person: number) => string {
  const given = new Map<number, string>();
  let next = 0;
  const fresh = (): string => {
    const label = letters(next++);
    return names.has(label.toLowerCase()) ? fresh() : label;
  };
  return (person) => given.getOrInsertComputed(person, fresh);
}

const letters = (count: number): string =>
  (count >= 26 ? letters(Math.floor(count / 26) - 1) : "") + String.fromCodePoint(65 + (count % 26));
