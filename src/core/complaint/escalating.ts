/** How late it is: half, three quarters and nine tenths of the way, and missed. */
export const alertLevels = [1, 2, 3, 4] as const;
export type AlertLevel = (typeof alertLevels)[number];

export type Chain = {
  ownerId?: string | undefined;
  deputyId?: string | undefined;
  /** Escalation contacts, in order. */
  contacts: readonly string[];
  /** Persons complained about, who must never learn of it. */
  conflicts: readonly string[];
  /** Who is on leave or ill today, and does not read it in time. */
  away: ReadonlySet<string>;
};

/**
 * Who is told at a level: first the owner, then also the deputy, then also the escalation contacts. Where a rung is
 * vacant the next one steps up, so that somebody always hears; where all on it are away they are told, and so is the
 * next one. The contacts are never the owner: an escalation to oneself is none (STANDARDS §5, 24).
 */
export function toldAt(level: AlertLevel, { ownerId, deputyId, contacts, conflicts, away }: Chain): string[] {
  const free = (id: string | undefined): id is string => id !== undefined && !conflicts.includes(id);
  const owner = free(ownerId) ? [ownerId] : [];
  const deputy = free(deputyId) && deputyId !== ownerId ? [deputyId] : [];
  const above = contacts.filter((id) => free(id) && id !== ownerId);
  const told = new Set<string>();
  let left = Math.min(level, 3);
  for (const rung of [owner, deputy, above]) {
    if (left === 0) break;
    for (const id of rung) told.add(id);
    if (rung.some((id) => !away.has(id))) left -= 1;
  }
  return [...told];
}
