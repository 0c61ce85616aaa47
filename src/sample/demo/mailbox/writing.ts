import { createTransport } from "nodemailer";
import { z } from "zod";
import type { Site } from "../../../faces/pages/site.ts";
import type { Language } from "../../../texts/catalogue.ts";
import { demoWords } from "../../../texts/demo.ts";
import { parts, type Written } from "./write-page.tsx";

export function writtenIn(body: unknown): Written {
  const said = (body ?? {}) as Record<string, unknown>;
  const text = (name: string) => (typeof said[name] === "string" ? said[name].trim() : "");
  return Object.fromEntries(parts.map((name) => [name, text(name)])) as Written;
}

export function mistakesIn(written: Written, language: Language): { field: string; text: string }[] {
  const words = demoWords(language);
  return parts.flatMap((field) => {
    if (written[field] === "") return [{ field, text: words.missing }];
    const unreachable = field === "address" && !z.email().safeParse(written.address).success;
    return unreachable ? [{ field, text: words.noAddress }] : [];
  });
}

/** Delivers it to the listener by SMTP, as any mail server would. Answers what went wrong. */
export async function sendAsCustomer(
  { host, port }: { host: string; port: number },
  { policy, language }: Site,
  { name, address, subject, text }: Written,
): Promise<{ field: string; text: string } | undefined> {
  const transport = createTransport({ host, port, ignoreTLS: true });
  try {
    await transport.sendMail({
      envelope: { from: address, to: policy.channels.email },
      from: { name, address },
      to: policy.channels.email,
      subject,
      text,
    });
    return undefined;
  } catch {
    return { field: "text", text: demoWords(language).refused };
  } finally {
    transport.close();
  }
}
