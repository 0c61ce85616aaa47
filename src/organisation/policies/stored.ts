import type { Policy } from "../../core/policy/policy.ts";
import { PolicyDocument } from "./contract.ts";
import { seedPolicy } from "./seed.ts";

type Old = Partial<Policy> & { channels: Policy["channels"]; targets?: Partial<Policy["targets"]> };

/** A stored version as today's policy. Old shapes are upcast here and nowhere else; a published document stays as it is. */
export function readPolicy(document: unknown): Policy {
  const { channels, targets, ...rest } = document as Old;
  const { calendar, statutory } = seedPolicy;
  // Before migration 0005 a desk had one span of hours, and own targets and the law's periods were not part of it.
  return PolicyDocument.parse({
    calendar,
    statutory,
    ...rest,
    targets: { ...seedPolicy.targets, ...targets },
    channels: { ...channels, desk: [channels.desk].flat() },
  });
}
