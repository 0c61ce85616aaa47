/** References look like CT-2026-000042-7: prefix, year of receipt, running number, check digit. */
export type Reference = { prefix: string; year: number; number: number };

// The quasigroup of H. M. Damm (2004): finds every single wrong digit and every swap of neighbours.
const damm = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

const checkDigit = (digits: string): string =>
  digits.split("").reduce((interim, digit) => damm[Number(interim)]![Number(digit)]!, "0");

export function formatReference({ prefix, year, number }: Reference): string {
  const digits = String(number).padStart(6, "0");
  return `${prefix}-${year}-${digits}-${checkDigit(digits)}`;
}

/** Reads what a person typed, forgiving case, spaces and dashes. A wrong check digit is a typing error, not an unknown complaint. */
export function readReference(
  typed: string,
  prefix: string,
): { reference: string } | { refused: "mistyped" | "not-a-reference" } {
  const match = /^([A-Z]{1,6})(\d{4})(\d{6,9})(\d)$/.exec(typed.toUpperCase().replace(/[\s\-–—._/]/g, ""));
  if (!match) return { refused: "not-a-reference" };
  const [, found, year, digits, check] = match;
  if (found !== prefix || checkDigit(digits!) !== check) return { refused: "mistyped" };
  return { reference: `${prefix}-${year}-${digits}-${check}` };
}
