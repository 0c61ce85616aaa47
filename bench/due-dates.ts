import { addBusinessDays, dateOf } from "../src/core/calendar/calendar.ts";
import { dueAt } from "../src/core/calendar/due.ts";
import { officeOf } from "../src/core/policy/policy.ts";
import { berlinCalendar } from "../src/organisation/policies/holidays.ts";
import { seedPolicy } from "../src/organisation/policies/seed.ts";

/** A million due dates on one core, from instants all over 2015–2038: `npm run bench:due`. */
const many = 1_000_000;
const first = Date.UTC(2015, 0, 2);
const span = Date.UTC(2038, 0, 1) - first;
const office = officeOf(seedPolicy);
const rules = Object.entries(seedPolicy.clocks);
const instants = Array.from({ length: 100_000 }, (_, index) =>
  Temporal.Instant.fromEpochMilliseconds(first + Math.floor((index * 7919 * 1e7) % span)).toString({
    fractionalSecondDigits: 3,
  }),
);

for (const [name, rule] of rules) {
  const started = performance.now();
  for (let index = 0; index < many; index += 1)
    dueAt(rule, instants[index % instants.length]!, berlinCalendar, office);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${name.padEnd(16)} ${many} due dates in ${seconds.toFixed(2)} s\n`);
}

// The machine's own limit: reading the zone of as many instants, without any counting.
const started = performance.now();
for (let index = 0; index < many; index += 1)
  addBusinessDays(berlinCalendar, dateOf(berlinCalendar, instants[index % instants.length]!), 0);
process.stdout.write(`(only the local dates: ${((performance.now() - started) / 1000).toFixed(2)} s)\n`);
