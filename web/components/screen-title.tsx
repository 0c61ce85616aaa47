import { Title } from "@mantine/core";
import { useEffect, useRef } from "react";

let arrived = false;

/** The heading of a screen. After a change of screen, keyboard and screen reader begin here; not on the first one. */
export function ScreenTitle({ children, tab = children }: { children: string; tab?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // On mounting and not on a router's event: a heading that waits for its data comes later than that.
  useEffect(() => {
    if (arrived) heading.current?.focus();
    arrived = true;
  }, []);
  return (
    <>
      <title>{tab}</title>
      <Title order={1} size="h2" ref={heading} tabIndex={-1}>
        {children}
      </Title>
    </>
  );
}
