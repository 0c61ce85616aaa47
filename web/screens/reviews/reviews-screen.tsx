import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReviewRow } from "../../../src/areas/reviews/contract.ts";
import { monthInWords } from "../../../src/texts/participants.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortDate, useShortFormat, useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { reviewsQuery } from "./reviews-query.ts";

/** The months, and how far the review of each has come. */
export function ReviewsScreen() {
  const { reviews: w, language } = useWords();
  const day = useShortDate();
  const format = useShortFormat(useMe().zone);
  const { data, error } = useQuery(reviewsQuery);
  return (
    <Stack gap="lg" maw={720}>
      <div>
        <ScreenTitle>{w.title}</ScreenTitle>
        <Text c="dimmed">{w.lead}</Text>
      </div>
      <ProblemNote error={error} />
      {data?.items.length === 0 && <Text c="dimmed">{w.none}</Text>}
      <ul className="entries">
        {data?.items.map(({ period, state, dueOn, signedAt }) => (
          <li key={period} className="entry">
            <Group justify="space-between" gap="xs">
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/reviews/$period" params={{ period }} {...props} />}
              >
                {monthInWords(language, period)}
              </Anchor>
              <Group gap="xs">
                <Text size="sm" c="dimmed">
                  {signedAt ? w.signedOn(format(signedAt)) : w.dueOn(day(dueOn))}
                </Text>
                <ReviewState state={state} />
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

const colour = { open: "blue", overdue: "red", signed: "teal" } as const;

export function ReviewState({ state }: Pick<ReviewRow, "state">) {
  const { reviews: w } = useWords();
  return <Badge color={colour[state]}>{w.states[state]}</Badge>;
}
