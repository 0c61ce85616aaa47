import { z } from "zod";

/** In bytes; far more than a month of counts or a year of answers takes. */
export const csvLimit = 5 * 1024 * 1024;
/** Of a request that carries such a file as base64. */
export const csvBodyLimit = Math.ceil(csvLimit * 1.4);

/** A CSV file as bytes, because only its bytes tell in which characters it is written. */
export const CsvBase64 = z
  .string()
  .min(1)
  .max(Math.ceil(csvLimit / 3) * 4, { error: "csv_too_large" })
  .refine((text) => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text), { error: "not_base64" })
  .meta({ contentEncoding: "base64" });
