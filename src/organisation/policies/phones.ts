import { findPhoneNumbersInText, type CountryCode } from "libphonenumber-js";
import type { FindPhones } from "../../core/policy/checking.ts";

/** Phone numbers as they stand in a text, each with its E.164 form. */
export const findPhones: FindPhones = (text, country) =>
  findPhoneNumbersInText(text, country as CountryCode)
    .map(({ number, startsAt, endsAt }) => ({ text: text.slice(startsAt, endsAt), e164: number.number }))
    // Shorter ones are postcodes and house numbers.
    .filter(({ text: found }) => found.replace(/\D/g, "").length >= 7);
