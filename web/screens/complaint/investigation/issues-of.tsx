import { Anchor, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../../language.tsx";
import { issuesQuery } from "../../issues/issues-query.ts";
import { Adding } from "./adding.tsx";
import { useChanging } from "./changing.ts";
import { useFields } from "./fields.ts";
import type { Part } from "./part.ts";

/** The systemic issues that a complaint is grouped under. */
export function IssuesOf({ complaint, investigation }: Part) {
  const { i } = useWords();
  const change = useChanging(complaint);
  const { many, text } = useFields(complaint);
  const { data } = useQuery(issuesQuery);
  const { issues, may } = investigation;
  const linked = new Set(issues.map(({ id }) => id));
  const others = (data?.items ?? [])
    .filter(({ id, closed }) => !closed && !linked.has(id))
    .map(({ id, name, complaints }) => ({ value: id, label: `${name} (${i.counted(complaints)})` }));
  return (
    <div>
      <Title order={4} size="h6" mb={4}>
        {i.issues}
      </Title>
      {issues.length === 0 && <Text c="dimmed">{i.none}</Text>}
      <ul className="entries">
        {issues.map(({ id, name }) => (
          <li key={id} className="entry">
            <Anchor renderRoot={(props) => <Link to="/issues/$id" params={{ id }} {...props} />}>
              {name}
            </Anchor>
            {may.includes("unlink-issue") && (
              <Adding
                small
                label={i.unlink}
                fields={[text("reason", i.reason)]}
                send={(values) => change("POST /complaints/:id/issues/removal", { ...values, issueId: id })}
              />
            )}
          </li>
        ))}
      </ul>
      {may.includes("link-issue") && others.length > 0 && (
        <Adding
          label={i.link}
          fields={[many("issueId", i.issue, others)]}
          send={(values) => change("POST /complaints/:id/issues", values)}
        />
      )}
    </div>
  );
}
