import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js";

/** One spelling for one number (E.164), as written where it cannot be read: a strange number is still a way to call. */
export const toE164 = (typed: string, country: string): string => {
  const number = parsePhoneNumberFromString(typed, country as CountryCode);
  return number?.isPossible() ? number.number : typed.trim();
};
