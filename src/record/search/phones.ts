import { parsePhoneNumberFromString } from "libphonenumber-js/min";

const looksLikeOne = /(?:\+|\b)\(?\d[\d\s()/.\u2010-\u2013-]{5,22}\d\b/g;

/** A country's own way to write a number, and with its code, are one token: without the code and the zero before it. */
export function phoneNumbers(text: string): { written: string; token: string }[] {
  return [...text.matchAll(looksLikeOne)].flatMap(([written]) => {
    const digits = written.replace(/\D/g, "");
    if (digits.length < 7 || digits.length > 15) return [];
    const spelled = digits.startsWith("00") ? `+${digits.slice(2)}` : written;
    const national = parsePhoneNumberFromString(spelled, "DE")?.nationalNumber;
    return [{ written, token: `tel${national ?? digits.replace(/^0+/, "")}` }];
  });
}
