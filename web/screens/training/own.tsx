import { Anchor, Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { OwnTraining } from "../../../src/areas/training/contract.ts";
import { formatDate } from "../../../src/texts/catalogue.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { useRecording } from "./training-query.ts";

/** How one stands oneself, and the confirmation that nobody else can give. */
export function Own({ own }: { own: OwnTraining }) {
  const { training: w, language } = useWords();
  return (
    <Card withBorder component="section" aria-labelledby="own">
      <Title order={2} size="h4" id="own" mb="xs">
        {w.own}
      </Title>
      <Stack gap="sm">
        <Standing standing={own.standing} />
        <Confirming policy={own.policy} />
        {own.confirmations.length > 0 && (
          <details className="why">
            <summary>{w.confirmations}</summary>
            {own.confirmations.map(({ version, on }) => (
              <Text key={version} size="sm">
                {w.confirmedOn(version, formatDate(language, on))}
              </Text>
            ))}
          </details>
        )}
      </Stack>
    </Card>
  );
}

function Standing({ standing }: Pick<OwnTraining, "standing">) {
  const { training: w, language } = useWords();
  const date = (day: string) => formatDate(language, day);
  if (standing.trained)
    return (
      <div>
        <Text fw={600}>{w.trainedUntil(date(standing.until))}</Text>
        <Text c="dimmed">{w.endsBy[standing.ends]}</Text>
      </div>
    );
  return (
    <div>
      <Text fw={600}>{standing.ended ? w.endedOn(date(standing.ended)) : w.notTrained}</Text>
      {standing.lacks.map((lack) => (
        <Text key={lack}>{w.lacking[lack]}</Text>
      ))}
      {standing.ended && <Text c="dimmed">{w.yourCases}</Text>}
    </div>
  );
}

function Confirming({ policy: { version, confirmed, by } }: Pick<OwnTraining, "policy">) {
  const { training: w, language } = useWords();
  const confirming = useRecording(() =>
    ask("POST /training/confirmations", { body: { policyVersion: version } }),
  );
  const page = `${language === "de" ? "/de" : ""}/policy/versions/${version}`;
  return (
    <div>
      <Group gap="sm">
        <Anchor href={page} target="_blank">
          {w.read(version)}
        </Anchor>
        {confirmed ? (
          <Badge color="teal" className="whole">
            {w.confirmedNow(version)}
          </Badge>
        ) : (
          <Button
            h="auto"
            mih={36}
            py={6}
            styles={{ label: { whiteSpace: "normal", lineHeight: 1.35 } }}
            loading={confirming.isPending}
            onClick={() => confirming.mutate(undefined)}
          >
            {w.confirm(version)}
          </Button>
        )}
      </Group>
      <ProblemNote error={confirming.error} />
      {!confirmed && by && (
        <Text size="sm" c="dimmed" mt={4}>
          {w.confirmBy(formatDate(language, by))}
        </Text>
      )}
    </div>
  );
}
