import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask } from "../../../client.ts";
import { useShortFormat, useWords } from "../../../language.tsx";
import { useMe } from "../../../session.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { optionsOf, useFields } from "./fields.ts";
import { IssuesOf } from "./issues-of.tsx";
import type { Part } from "./part.ts";

/** What the system found alike, what a person confirmed, and the systemic issues that it belongs to. */
export function Repeats({ complaint, investigation }: Part) {
  const { i } = useWords();
  const { repeats, repeatedBy } = investigation;
  const lines = [
    ...repeats.map((each) => ({ ...each, title: i.connected })),
    ...repeatedBy.map((each) => ({ ...each, title: i.repeatedBy })),
  ];
  return (
    <Stack gap="sm">
      {lines.map(({ id, reference, kind, reason, title }) => (
        <Text key={`${title} ${id}`}>
          {title}: <To id={id} reference={reference} /> · {i.names.repeat[kind]}
          {reason && ` · ${reason}`}
        </Text>
      ))}
      <Candidates complaint={complaint} investigation={investigation} />
      <IssuesOf complaint={complaint} investigation={investigation} />
    </Stack>
  );
}

const To = ({ id, reference }: { id: string; reference: string }) => (
  <Anchor renderRoot={(props) => <Link to="/complaints/$id" params={{ id }} {...props} />}>
    {reference}
  </Anchor>
);

function Candidates({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { few, text } = useFields(complaint);
  const format = useShortFormat(useMe().zone);
  const { data } = useQuery({
    queryKey: ["repeats", complaint.id, complaint.version],
    queryFn: () => ask("GET /complaints/:id/repeats", { params: { id: complaint.id } }),
    placeholderData: (before) => before,
  });
  const found = data?.items.filter(({ confirmed }) => !confirmed) ?? [];
  return (
    <div>
      <Title order={4} size="h6">
        {i.candidates}
      </Title>
      {data && found.length === 0 && <Text c="dimmed">{i.noCandidates}</Text>}
      <ul className="entries">
        {found.map(({ id, reference, receivedAt, summary, reasons }) => (
          <li key={id} className="entry">
            <Text>
              <To id={id} reference={reference} /> · {format(receivedAt)}
            </Text>
            {summary && <Text size="sm">{summary}</Text>}
            <Text size="sm" c="dimmed">
              {reasons.map((reason) => i.because[reason]).join(" · ")}
            </Text>
            {investigation.may.includes("confirm-repeat") && (
              <Adding
                small
                label={`${i.confirm}: ${reference}`}
                fields={[few("kind", i.kind, optionsOf(i.names.repeat)), text("reason", i.reason, false)]}
                send={(values) => change("POST /complaints/:id/repeats", { ...values, of: id })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
