import { renderPolicy } from "../../core/policy/render.ts";
import type { Block } from "../../core/policy/policy.ts";
import { json, written } from "../../engine/packing/packing.ts";
import type { Contributor } from "./pack.ts";

/** Every policy that was in force on some day of the range, as its text in both languages and as data. */
export const policies: Contributor = async ({ desk, span, colleague }) => {
  const rows = await desk.db
    .selectFrom("policy_version")
    .select(["version", "effective_from", "published_at", "drafted_by", "approved_by"])
    .where("effective_from", "<", span.before)
    .orderBy("effective_from")
    .orderBy("version")
    .execute();
  const inForce = rows.filter((_, index) => {
    const next = rows[index + 1]?.effective_from;
    return next === undefined || Temporal.Instant.compare(next, span.from) > 0;
  });
  const files = await Promise.all(
    inForce.map(async (row) => {
      const policy = await desk.policy(row.version);
      const about = {
        version: row.version,
        effectiveFrom: row.effective_from,
        publishedAt: row.published_at,
        draftedBy: colleague(row.drafted_by ?? undefined),
        approvedBy: colleague(row.approved_by ?? undefined),
      };
      return [
        written(`policies/policy-${row.version}.json`, json({ ...about, policy })),
        ...(["en", "de"] as const).map((language) =>
          written(`policies/policy-${row.version}.${language}.txt`, textOf(renderPolicy(policy, language))),
        ),
      ];
    }),
  );
  return files.flat();
};

const blockText = (block: Block): string =>
  "list" in block ? block.list.map((each) => `  • ${each}`).join("\n") : block.paragraph;

function textOf({ title, sections }: ReturnType<typeof renderPolicy>): string {
  const parts = sections.flatMap(({ heading, blocks, steps = [] }) => [
    heading.toUpperCase(),
    ...blocks.map(blockText),
    ...steps.flatMap((step) => [step.heading, ...step.blocks.map(blockText)]),
  ]);
  return `${[title, ...parts].join("\n\n")}\n`;
}
