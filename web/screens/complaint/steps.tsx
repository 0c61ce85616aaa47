import { Accordion, Card, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import type { ComplaintView } from "../../../src/casework/complaints/contract.ts";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { StepForm } from "./step-form.tsx";

type Step = ComplaintView["nextSteps"][number];

/** The steps that carry a complaint forward, in the order of the policy; the first that is open is the next one. */
const forward: Step[] = [
  "acknowledgement",
  "assignment",
  "investigation",
  "approval",
  "dispatch",
  "decision",
  "implementation",
  "follow-up",
  "closure",
  "proposals",
  "findings",
  "reopening",
];

/** What an owner does next here; a step that was once done (an owner is named) is no longer the next. */
function nextStep(
  { nextSteps, ownerId, stage, clocks, complainant, proposals }: ComplaintView,
  mailOut: boolean,
): Step | undefined {
  const waiting = stage === "acknowledged" || stage === "received";
  const byLetter =
    mailOut &&
    complainant.email !== undefined &&
    clocks.some(({ kind, status }) => kind === "acknowledgement" && status === "running");
  const decided = !["draft", "approved"].includes(proposals.at(-1)?.status ?? "");
  const approved = proposals.at(-1)?.status === "approved";
  return forward.find((step) => {
    if (!nextSteps.includes(step)) return false;
    if (step === "acknowledgement") return !byLetter;
    if (step === "assignment") return ownerId === undefined;
    if (step === "closure") return stage === "followed_up";
    if (step === "implementation") return stage === "accepted";
    if (step === "reopening") return false;
    // An approved proposal that cannot be sent waits for findings.
    if (step === "findings") return decided || (approved && !nextSteps.includes("dispatch"));
    if (step === "proposals") return decided;
    return !waiting || step === "investigation";
  });
}

/** Counts the steps taken here: a form begins anew after its own, and keeps what was typed when a colleague or a letter changes the complaint. */
function useAnew(): [taken: number, begin: () => void] {
  const [taken, count] = useState(0);
  return [taken, () => count((before) => before + 1)];
}

/** The one thing to do now. */
export function NextStepCard({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords();
  const next = nextStep(complaint, useMe().mailOut);
  const [taken, begin] = useAnew();
  return (
    <section aria-labelledby="next">
      <Title order={2} size="h4" id="next" mb="sm">
        {t.complaint.next}
      </Title>
      {next ? (
        <Card withBorder style={{ borderLeft: "4px solid var(--mantine-primary-color-filled)" }}>
          <Stack gap="sm">
            <Text fw={650} size="lg">
              {t.step[next]}
            </Text>
            <StepForm key={`${next} ${taken}`} step={next} complaint={complaint} done={begin} />
          </Stack>
        </Card>
      ) : (
        <Text c="dimmed">
          {complaint.proposals.at(-1)?.status === "draft"
            ? t.complaint.waitsForApproval
            : t.complaint.nothing}
        </Text>
      )}
    </section>
  );
}

/** Everything else that may be done now, folded away. */
export function OtherSteps({ complaint }: { complaint: ComplaintView }) {
  const { t } = useWords();
  const [opened, open] = useState<string | null>(null);
  const next = nextStep(complaint, useMe().mailOut);
  const others = complaint.nextSteps.filter((step) => step !== next);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other">
      <Title order={2} size="h4" id="other" mb="sm">
        {t.complaint.other}
      </Title>
      <Accordion variant="contained" value={opened} onChange={open} order={3}>
        {others.map((step) => (
          <Accordion.Item key={step} value={step}>
            <Accordion.Control>{t.step[step]}</Accordion.Control>
            <Accordion.Panel>
              {opened === step && <StepForm step={step} complaint={complaint} done={() => open(null)} />}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </section>
  );
}
