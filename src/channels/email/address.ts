const label = String.raw`[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
// Dots stand where the standard forbids them in real addresses of Japanese telephone companies.
const address = new RegExp(
  String.raw`^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@(${label}\.)+[\p{L}\p{N}-]{1,61}[\p{L}\p{N}]$`,
  "u",
);

/** An address that could be written to: one @, a domain of the public net, nothing that a header could not hold. */
export const isAddress = (text: string | undefined): boolean =>
  text !== undefined && text.trim().length <= 254 && address.test(text.trim());

/** An address that says of itself that nobody reads what is sent to it. */
export const takesNoAnswer = (address: string): boolean =>
  /^([^@]*[-_.])?(no|do[-_.]?not|dont|nicht|keine?)[-_.]?(reply|replies|respond|response|answer|antwort(en)?)\b/i.test(
    address,
  );
