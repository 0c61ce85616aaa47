/** One line of the table: what is complained about, and who deals with it. What a line leaves open fits everything. */
export type Rule = {
  platform?: string | undefined;
  subject?: string | undefined;
  category?: string | undefined;
  department: string;
  /** Among several, whoever has least to do. */
  owners: readonly string[];
  deputy?: string | undefined;
};

/** Complaints about these people go to one person, past whoever usually takes mail in. */
export type ManagementRoute = { about: readonly string[]; owner: string; unseenBy: readonly string[] };

export type Table = { rules: readonly Rule[]; management?: ManagementRoute | undefined };

/** Calendar days, both included. */
export type Absence = { person: string; from: string; to: string };

export const isAway = ({ from, to }: Pick<Absence, "from" | "to">, day: string): boolean =>
  from <= day && day <= to;

/** The people as they are today. */
export type Staff = {
  /** Who works here and may own complaints by their roles. */
  here: ReadonlySet<string>;
  absences: readonly Absence[];
  /** Who may own complaints at all; undefined while nobody has been named. */
  trained?: ReadonlySet<string> | undefined;
  deputies: Readonly<Record<string, string>>;
  /** Open complaints by owner. */
  workload: ReadonlyMap<string, number>;
};

export type Routed = {
  platform: string;
  subject: string;
  category?: string | undefined;
  conflicts: readonly string[];
};

export type Route = { owner: string; department: string; unseenBy: readonly string[] };
export type NoRoute = { nobody: "no-rule" | "nobody-there" };

/**
 * Who becomes the owner (policy Step 3): the first line that fits, the least busy of its people who are there, trained
 * and not complained about; else its deputy, else the deputies of its people. The next line is not tried: a complaint
 * must not wander into a department that has nothing to do with it.
 */
export function routeOf(
  complaint: Routed,
  { rules, management }: Table,
  staff: Staff,
  today: string,
): Route | NoRoute {
  const free = (id: string | undefined): id is string =>
    id !== undefined && canTake(id, complaint, staff, today);
  if (management && management.about.some((id) => complaint.conflicts.includes(id)))
    return free(management.owner)
      ? { owner: management.owner, department: "management", unseenBy: management.unseenBy }
      : { nobody: "nobody-there" };
  const rule = rules.find((each) => fits(each, complaint));
  if (!rule) return { nobody: "no-rule" };
  const busy = (id: string) => staff.workload.get(id) ?? 0;
  const owner =
    rule.owners.filter(free).toSorted((a, b) => busy(a) - busy(b))[0] ??
    [rule.deputy, ...rule.owners.map((id) => staff.deputies[id])].find(free);
  return owner === undefined
    ? { nobody: "nobody-there" }
    : { owner, department: rule.department, unseenBy: [] };
}

/**
 * Who takes a complaint over from an owner who is away or gone, so that nothing of it waits for nobody (STANDARDS §5, 26):
 * whoever stands in for them, else whom the table names now.
 */
export function takerFrom(
  ownerId: string,
  complaint: Routed,
  table: Table,
  staff: Staff,
  today: string,
): Pick<Route, "owner" | "unseenBy"> | NoRoute {
  const deputy = staff.deputies[ownerId];
  if (deputy !== undefined && deputy !== ownerId && canTake(deputy, complaint, staff, today))
    return { owner: deputy, unseenBy: [] };
  return routeOf(complaint, table, staff, today);
}

const fits = ({ platform, subject, category }: Rule, complaint: Routed): boolean =>
  (platform === undefined || platform === complaint.platform) &&
  (subject === undefined || subject === complaint.subject) &&
  (category === undefined || category === complaint.category);

const canTake = (
  id: string,
  { conflicts }: Routed,
  { here, absences, trained }: Staff,
  today: string,
): boolean =>
  here.has(id) &&
  !conflicts.includes(id) &&
  (trained === undefined || trained.has(id)) &&
  !absences.some((each) => each.person === id && isAway(each, today));
