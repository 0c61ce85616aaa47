/** Something to wait at: rung while nobody waits, it is heard by the next who does. */
export type Bell = { ring: () => void; heard: (milliseconds: number) => Promise<void> };

export function bell(): Bell {
  let rung = false;
  let wake = () => {};
  return {
    ring: () => {
      rung = true;
      wake();
    },
    heard: async (milliseconds) => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      rung = false;
    },
  };
}
