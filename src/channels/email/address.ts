/** An address that could be written to: one @, no spaces, nothing that a header could not hold. */
export const isAddress = (address: string | undefined): boolean =>
  address !== undefined &&
  address.length <= 254 &&
  /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]{2,}$/u.test(address.trim());
