import { Card, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** One part of a screen, with its heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </Card>
  );
}
