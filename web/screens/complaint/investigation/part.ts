import type { ComplaintView } from "../../../../src/complaints/contract.ts";
import type { InvestigationView } from "../../../../src/complaints/investigation/contract.ts";

/** What every part of the investigation is shown from. */
export type Part = { complaint: ComplaintView; investigation: InvestigationView };
