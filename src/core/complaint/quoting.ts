/** A mail's text as people read it: what was said now, and what only repeats or signs. Together they are the whole. */
export type Folded = { said: string; folded: string };

type Kind = "said" | "quoted" | "signature" | "blank";

/**
 * Folds the quoted history and the signature at the end of a mail's text, for display; the raw message is kept.
 * Quotes between answers stay, since the answers need them; so does a text that is nothing but a quote or a forward.
 * Looks at each line a bounded number of times, whatever it holds.
 */
export function foldQuotes(text: string): Folded {
  const lines = text.split("\n");
  const kinds = kindsOf(lines);
  let end = lines.length;
  while (end > 0 && kinds[end - 1] !== "said") end -= 1;
  if (end === 0 || !kinds.slice(end).some((kind) => kind !== "blank")) return { said: text, folded: "" };
  return { said: lines.slice(0, end).join("\n").trimEnd(), folded: lines.slice(end).join("\n").trim() };
}

/** The paragraphs up to the first quote or signature. */
export function firstSaid(text: string): string {
  const lines = text.split("\n");
  const kinds = kindsOf(lines);
  const end = kinds.findIndex((kind) => kind === "quoted" || kind === "signature");
  return (end < 0 ? lines : lines.slice(0, end)).join("\n").trim();
}

function kindsOf(lines: string[]): Kind[] {
  const kinds: Kind[] = [];
  const mark = (count: number, kind: Kind) => {
    for (let n = 0; n < count; n += 1) kinds.push(lines[kinds.length]!.trim() === "" ? "blank" : kind);
  };
  const rest = () => lines.length - kinds.length;
  while (rest() > 0) {
    const at = kinds.length;
    const line = lines[at]!;
    if (forwards.test(line.slice(0, 200))) mark(rest(), "said");
    else if (/^\s*>/.test(line)) mark(1, "quoted");
    else if (startsOriginal(lines, at)) mark(rest(), "quoted");
    else {
      const header = attribution(lines, at);
      if (header > 0) mark(quotesFollow(lines, at + header) ? header : rest(), "quoted");
      else if (signs.test(line) || isListFooter(lines, at)) mark(signatureLength(lines, at), "signature");
      else mark(1, isFarewell(line) || isDashedName(lines, at) ? "signature" : "said");
    }
  }
  return kinds;
}

const forwards =
  /forwarded message|weitergeleitete[nr]? (nachricht|(e-?)?mail)|^\s*-{3,}\s*(weitergeleitet von|forwarded by)\b|message transféré|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|przekazana wiadomość|iletilen (ileti|mesaj)|пересылаемое сообщение|^\s*>?\s*(fwd|wg):/iu;

// --- The programs that put the whole former message below, unmarked.

const ruled = /^\s*[-_=*]{5,}\s*$/;
const original =
  /^\s*-{2,}\s*(original([- ]?(message|appointment|nachricht|e?-?mail))?|urspr[üu]ngliche (nachricht|(e-?)?mail)|原始邮件|原始郵件|message d.origine|messaggio originale|mensaje original|oorspronkelijk bericht|oprindelig besked|opprinnelig melding|ursprungligt meddelande|reply message)\s*-{2,}/i;
/** The line of Zoho, which has no colon. */
const dashed =
  /^\s*-{2,}\s*(on|am|le|il|el)\s.{10,200}\s(wrote|schrieb|a écrit|ha scritto|escribió)\s*-{2,}\s*$/iu;
const fromLabel =
  /^\s*\*?(from|von|de|da|van|od|fra|från|от|від|kimden|lähettäjä|feladó|από|de la|من|message du|发件人|寄件者|差出人|보낸 사람)\*?\s*[:：]/iu;
const subjectLabel =
  /^\s*\*?(subject|betreff|objet|sujet|oggetto|onderwerp|asunto|assunto|temat|ämne|emne|aihe|тема|konu|předmět|tárgy|θέμα|subiect|الموضوع|主题|主旨|件名|제목)\*?\s*[:：]/iu;

/** "Original message", or the block of From, Sent, To and Subject; a rule above it belongs to it. */
function startsOriginal(lines: string[], at: number): boolean {
  const line = lines[at]!.slice(0, 300);
  if (original.test(line) || dashed.test(line)) return true;
  if (ruled.test(line)) {
    const next = lines.slice(at + 1, at + 4).findIndex((each) => each.trim() !== "");
    return next >= 0 && isHeaderBlock(lines, at + 1 + next);
  }
  return isHeaderBlock(lines, at);
}

/** GMX begins with the date. */
const sentLabel = /^\s*\*?(sent|date|gesendet|datum|envoyé|date d.envoi)\*?\s*[:：]/iu;
/** To many, the addresses alone fill a screen. */
const longestBlock = 30;

function isHeaderBlock(lines: string[], at: number): boolean {
  const first = lines[at]!.slice(0, 300);
  const dated = sentLabel.test(first);
  if (!dated && !fromLabel.test(first)) return false;
  const block = lines.slice(at, at + longestBlock).map((line) => line.slice(0, 300));
  const end = block.findIndex((line) => line.trim() === "");
  const labelled = end < 0 ? block : block.slice(0, end);
  return (
    labelled.some((line) => subjectLabel.test(line)) &&
    (!dated || labelled.some((line) => fromLabel.test(line)))
  );
}

// --- "On Friday, Anna wrote:"

const wrote =
  /(wrote|schrieb|geschrieben|écrit|escribió|escreveu|ha scritto|schreef|skrev|kirjoitti|napisał(\(a\))?|pisze|napsal|írta|написа(л|в)|пишет|写道|作成|작성|メッセージ)/iu;
/** Marks of direction in Hebrew and Arabic, which nobody sees. */
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const longest = { lines: 5, characters: 400 };

/** The number of lines of the sentence that introduces a quote; 0 where none begins. */
function attribution(lines: string[], at: number): number {
  let sentence = "";
  for (let n = 0; n < longest.lines && at + n < lines.length; n += 1) {
    const line = lines[at + n]!.replace(directions, "").trim();
    if (line === "" || sentence.length + line.length > longest.characters) return 0;
    sentence += ` ${line}`;
    if (/[:：]$/.test(line)) return introduces(sentence, lines, at + n + 1) ? n + 1 : 0;
    // A sentence that ended is not the beginning of this one.
    if (/[.!?]$/.test(line)) return 0;
  }
  return 0;
}

/** With an address or a time it can be nothing else; with a bare date it must say who wrote, and stand alone. */
function introduces(sentence: string, lines: string[], next: number): boolean {
  const dated = /\d{1,4}/.test(sentence);
  const addressed = /[^\s@<]@[^\s@>]+\.\p{L}{2,}/u.test(sentence);
  const timed = /\d{1,2}[:.]\d{2}/.test(sentence);
  const said = wrote.test(sentence);
  if (addressed && (said || (dated && timed))) return true;
  if (!said || !dated) return false;
  return timed || quotesFollow(lines, next) || (/\d{4}/.test(sentence) && (lines[next] ?? "").trim() === "");
}

function quotesFollow(lines: string[], at: number): boolean {
  const next = lines.slice(at, at + 4).find((line) => line.trim() !== "");
  return next !== undefined && /^\s*>/.test(next);
}

// --- Signatures

const signs = /^\s?(--|—|–)\s*$/;
const signatureLines = 40;

/** What a mailing list adds: a rule, its name and where to find it. */
const isListFooter = (lines: string[], at: number): boolean =>
  /^_{20,}\s*$/.test(lines[at]!) &&
  lines.slice(at + 1).length <= 8 &&
  lines.slice(at + 1).some((line) => /https?:\/\/|[^\s@]@[^\s@]+\./.test(line.slice(0, 300)));

/** A signature goes on to the end, or to the history below it. */
function signatureLength(lines: string[], at: number): number {
  const rest = lines.slice(at, at + signatureLines + 1);
  const end = rest.findIndex(
    (line, n) =>
      n > 0 && (/^\s*>/.test(line) || startsOriginal(lines, at + n) || attribution(lines, at + n) > 0),
  );
  if (end > 0) return end;
  return rest.length > signatureLines ? 1 : rest.length;
}

/** What a telephone adds, or a name after a dash. */
const link = /[ \t]*[<(]?https?:\/\/[^\s>)]+[>)]?/i;
const device = String.raw`(\s+[^\s,;.!?]+){1,7}`;
const sentWith = new RegExp(
  String.raw`^\s*(${[
    `(sent (from|via|with)|get (outlook|bluemail) for|wysłane z|отправлено (с|из)|надіслано (з|із)|sendt fra|skickat från|envoyé à partir de|(gesendet|verschickt) (mit|von|über)|holen sie sich outlook für|diese nachricht wurde von meinem|envoyé (de|depuis)|inviato da|enviado (desde|do)|verzonden (met|vanaf))${device}`,
    String.raw`von (meine[mr](\/meiner)?|outlook für|samsung|mobil)${device} gesendet`,
    String.raw`\p{L}+['’]\p{L}+ gönderildi`,
    String.raw`outlook für \p{L}+ (herunterladen|beziehen)`,
  ].join("|")})\.?\s*$`,
  "iu",
);
const isFarewell = (line: string): boolean => {
  if (line.length > 200) return false;
  const words = line.includes("http") ? line.replace(link, "") : line;
  return words.length < 80 && sentWith.test(words);
};

/** "-Anna"; several below each other are a list of what was wrong. */
function isDashedName(lines: string[], at: number): boolean {
  const listed = (line = "") => /^\s*[-–•*]/.test(line);
  return (
    /^-\p{L}[\p{L} .'-]{1,40}$/u.test(lines[at]!.slice(0, 80)) &&
    !listed(lines[at - 1]) &&
    !listed(lines[at + 1])
  );
}
