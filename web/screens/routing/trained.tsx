import { Anchor, Card, List, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { routingWords } from "../../../src/texts/routing.ts";
import { useWords } from "../../language.tsx";
import { useNames } from "../../session.ts";
import { SectionTitle } from "./table.tsx";

/** Who may own complaints, as the training records say; it is changed there alone. */
export function TrainedCard({ trained }: { trained?: string[] | undefined }) {
  const w = routingWords(useWords().language);
  const names = useNames();
  return (
    <Card withBorder component="section" aria-labelledby="trained">
      <SectionTitle id="trained">{w.trained}</SectionTitle>
      <Text c="dimmed" mb="sm">
        {w.trainedHint}
      </Text>
      {!trained && <Text>{w.everybody}</Text>}
      {trained?.length === 0 && <Text>{w.nobody}</Text>}
      {trained && trained.length > 0 && (
        <List>
          {trained.map((id) => (
            <List.Item key={id}>{names(id) ?? id}</List.Item>
          ))}
        </List>
      )}
      <Anchor mt="sm" renderRoot={(props) => <Link to="/training" {...props} />}>
        {w.toTraining}
      </Anchor>
    </Card>
  );
}
