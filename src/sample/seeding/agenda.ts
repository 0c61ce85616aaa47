/** What somebody does one after the other: each step says the instant at which it goes on. */
export type Course = AsyncGenerator<string, void>;

/** The clock of a desk that the agenda moves. */
export type Clock = { now: () => string; set: (instant: string) => void };

/** Many courses in the order of time, as if they had happened beside each other. Instants are alike in form ("….000Z"). */
export function openAgenda(clock: Clock, afterEach: () => Promise<void>) {
  const waiting: { at: string; course: Course }[] = [];
  const add = (at: string, course: Course) => {
    const place = waiting.findLastIndex((each) => each.at <= at);
    waiting.splice(place + 1, 0, { at, course });
  };
  /** Goes through all that falls before an instant; what is left then has not happened. */
  const run = async (until: string, passed: (at: string) => void) => {
    for (let next = waiting[0]; next && next.at < until; next = waiting[0]) {
      waiting.shift();
      clock.set(next.at);
      const { value, done } = await next.course.next();
      await afterEach();
      // A step that lies in the past goes on at once.
      if (!done) add(value > next.at ? value : next.at, next.course);
      passed(next.at);
    }
  };
  return { add, run };
}
export type Agenda = ReturnType<typeof openAgenda>;
