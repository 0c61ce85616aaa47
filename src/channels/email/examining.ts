import type { Policy } from "../../core/policy/policy.ts";
import { foldQuotes } from "../../core/complaint/quoting.ts";
import { lettersNamed } from "../../record/content/tokens.ts";
import { holdFiles, type Held } from "../../record/content/holding.ts";
import { authenticationOf, type Authentication } from "./authentication.ts";
import { automaticSign } from "./automatic.ts";
import { bounceSign } from "./delivery-reports.ts";
import { doubtAbout } from "./doubting.ts";
import { guessLanguage } from "./language.ts";
import { complaintAnswered, mentioned, namesForged } from "./matching.ts";
import { header, type Mail } from "./parsing.ts";
import type { MailRoom } from "./room.ts";
import { senderOf, untagged, type Sender } from "./sender.ts";

/** What each stage found, in their order; codes and ids only, never a word of the message. */
export type Verdicts = {
  /** 1. What was left out because it was too much, or contradicts itself. */
  limits: string[];
  /** 2. Headers that claim to steer this program; none is ever obeyed (CVE-2023-41259). */
  controlHeaders: number;
  /** 3. A report that something could not be delivered. */
  bounce: string | false;
  /** 4. Our own mail coming back. */
  own: boolean;
  /** 5. Mail that no person wrote to us. */
  automatic: string | false;
  /** Why a person must look first, where no stage before has settled it. */
  doubt: string | false;
  /** 6. What our mail server found out about the sender. */
  authentication: Authentication;
  /** 7. The complaint that it answers, by a token that only we can have issued. */
  answers: string | false;
  forged: boolean;
  mentions: string | false;
  /** 8. Whether it quotes what came before. */
  quotes: boolean;
  /** 9. */
  language: "en" | "de";
  /** 10. */
  sender: Sender;
  /** 11. Attachments that nobody should open unasked. */
  held: (Held | null)[];
};

/** Takes a message through the numbered stages. Nothing is decided here, and nothing is written. */
export async function examine(
  room: Pick<MailRoom, "desk" | "receivers" | "known">,
  mail: Mail,
  policy: Policy,
): Promise<Verdicts> {
  const { desk, receivers } = room;
  const answers = await complaintAnswered(desk, desk.db, mail);
  const { said, folded } = foldQuotes(mail.text);
  const held = await holdFiles(mail.files, desk.scan);
  return {
    limits: mail.notes,
    controlHeaders: [...mail.headers.keys()].filter((name) => name.startsWith("x-redress")).length,
    bounce: bounceSign(mail) ?? false,
    own: isOurOwn(desk.keys, mail, policy),
    automatic: automaticSign(mail, policy.channels.email) ?? false,
    doubt: doubtAbout(mail, policy.channels.email) ?? false,
    authentication: authenticationOf(mail, receivers),
    answers: answers ?? false,
    forged: namesForged(desk, mail),
    mentions: mentioned(mail, policy) ?? false,
    quotes: folded !== "",
    language: guessLanguage(said, `${mail.subject}\n${mail.text}`),
    sender: await senderOf(room, mail, answers),
    held: held.map((each) => each ?? null),
  };
}

/** From our own address, or a letter of ours that came back: answering would be talking to ourselves. */
const isOurOwn = (keys: MailRoom["desk"]["keys"], mail: Mail, { channels }: Policy): boolean =>
  untagged(mail.from?.address) === untagged(channels.email) ||
  lettersNamed(keys, header(mail, "message-id")).length > 0;
