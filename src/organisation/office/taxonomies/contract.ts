import { z } from "zod";

export const taxonomyNames = ["categories", "root-causes", "support-needs", "programmes"] as const;
/** What it is about, why it happened, what somebody needs to take part, and what is taught: lists that never mix. */
export type TaxonomyName = (typeof taxonomyNames)[number];

const name = z
  .string()
  .max(80)
  .refine((text) => text.trim() !== "", { error: "empty" })
  .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "not_utf8" });

export const TaxonomyEntry = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  en: name,
  de: name,
  /** A retired code is offered no more and still names what it was used for. */
  active: z.boolean(),
});
export type TaxonomyEntry = z.output<typeof TaxonomyEntry>;
export const Entries = z.array(TaxonomyEntry).max(500);

export const Taxonomy = z.object({
  name: z.enum(taxonomyNames),
  /** 0 while nobody has changed the starter set. */
  version: z.int(),
  entries: Entries,
});
export type Taxonomy = z.output<typeof Taxonomy>;

const params = z.object({ name: z.enum(taxonomyNames) });

export const taxonomyOperations = {
  "GET /taxonomies": {
    summary: "Categories, root causes, support needs and programmes",
    ok: z.object({ items: z.array(Taxonomy) }),
  },
  "PUT /taxonomies/:name": {
    summary:
      "Change a list, upon the version that was seen; a code that was there is retired and never removed",
    params,
    body: z.strictObject({ version: z.int().min(0), entries: Entries }),
    ok: Taxonomy,
  },
  "GET /taxonomies/:name/history": {
    summary: "Every state of a list, the latest first",
    params,
    ok: z.object({
      items: z.array(z.object({ entries: Entries, recordedAt: z.string(), recordedBy: z.string() })),
    }),
  },
} as const;
