import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from "ibantools";
import type { Refusal } from "../../core/complaint/commands.ts";

/** An IBAN as banks write it, or why it is none that we can pay to. */
export function readIban(typed: string): string | Refusal {
  const iban = electronicFormatIBAN(typed);
  if (iban === null || !isValidIBAN(iban)) return { refused: "iban-invalid", field: "iban" };
  return isSEPACountry(iban.slice(0, 2)) ? iban : { refused: "iban-not-sepa", field: "iban" };
}
