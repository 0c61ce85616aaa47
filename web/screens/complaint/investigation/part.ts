import type { ComplaintView } from "../../../../src/casework/complaints/contract.ts";
import type { InvestigationView } from "../../../../src/casework/complaints/investigation/contract.ts";

/** What every part of the investigation is shown from. */
export type Part = { complaint: ComplaintView; investigation: InvestigationView };
