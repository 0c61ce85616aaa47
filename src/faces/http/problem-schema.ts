import { z } from "zod";

/** The body of every refusal and error (RFC 9457), for OpenAPI. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    instance: z.string().optional(),
    version: z.int().optional(),
    cents: z.record(z.string(), z.int()).optional(),
    errors: z
      .array(
        z.object({ field: z.string(), code: z.string(), message: z.string(), found: z.string().optional() }),
      )
      .optional(),
  })
  .describe("What happened, what was kept and what to do; `code` is stable");
