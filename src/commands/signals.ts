/** A signal is heard twice in a moment: Ctrl-C reaches us from the terminal and again from whoever started us. */
const echo = 1_000;

/** Waits for the first signal to stop; a second one, later than its echo, ends the process at once. */
export const signalled = () =>
  new Promise<void>((resolve) => {
    let first: number | undefined;
    const hear = () => {
      first ??= performance.now();
      if (performance.now() - first > echo) process.exit(1);
      resolve();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, hear);
  });
