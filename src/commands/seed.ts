import type { Office } from "./office.ts";
import { openApp } from "../app.ts";
import { seedComplaints } from "../sample/seeding/seeding.ts";
import { needed, optionsOf, UsageError } from "./usage.ts";

export async function seedCommand(office: Office, words: string[]): Promise<void> {
  const { options, rest } = optionsOf(words, ["complaints", "months"]);
  if (rest.length > 0) throw new UsageError(`what is ${rest[0]}?`);
  const whole = (name: string, text: string, most: number) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > most)
      throw new UsageError(`--${name}: a whole number from 1 to ${most}`);
    return number;
  };
  const complaints = whole("complaints", needed(options, "complaints"), 10_000_000);
  const months = whole("months", options.months ?? "12", 120);
  const app = await openApp(office);
  try {
    const made = await seedComplaints(app.desk, { complaints, months }, (done) => {
      process.stderr.write(`\r${done} of ${complaints} complaints …`);
    });
    process.stdout.write(`\rMade ${made} synthetic complaints over ${months} months. No letter was sent.\n`);
  } finally {
    await app.stop();
  }
}
