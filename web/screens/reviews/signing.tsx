import { Button, Checkbox, Code, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Review } from "../../../src/areas/reviews/contract.ts";
import { ask } from "../../client.ts";
import { Part } from "../../components/part.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { useShortFormat, useWords } from "../../language.tsx";
import { useMe, useNames } from "../../session.ts";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { useReviewed } from "./reviews-query.ts";

type Given = { review: Review; unsaved: boolean };

/** The chair signs; a later version of the report than the one that was talked about is acknowledged first. */
export function Signing({ review: { period, report, record }, unsaved }: Given) {
  const { reviews: w } = useWords();
  const reviewed = useReviewed();
  const [seen, setSeen] = useState(false);
  const newer = record !== undefined && record.reportVersion !== report.version;
  const signing = useMutation({
    mutationFn: () =>
      ask("POST /reviews/:period/signature", {
        params: { period },
        body: newer && seen ? { acknowledged: report.version } : {},
      }),
    onSuccess: reviewed,
  });
  return (
    <Part title={w.signature}>
      <Stack gap="sm">
        <Text size="sm">{w.signHint}</Text>
        {newer && (
          <Checkbox
            label={w.newer(record.reportVersion, report.version)}
            checked={seen}
            onChange={(event) => setSeen(event.currentTarget.checked)}
          />
        )}
        <ProblemNote error={signing.error} />
        {unsaved && <Text role="status">{w.unsaved}</Text>}
        <Button
          loading={signing.isPending}
          disabled={unsaved}
          onClick={() => signing.mutate()}
          style={{ alignSelf: "flex-start" }}
        >
          {w.sign}
        </Button>
      </Stack>
    </Part>
  );
}

export function SignatureOf({ signature }: { signature: NonNullable<Review["signature"]> }) {
  const { reviews: w } = useWords();
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  const { by, at, reportVersion, reportHash, hash, intact } = signature;
  return (
    <Part title={w.signature}>
      <Text fw={600}>{w.signedBy(names(by) ?? by, format(at))}</Text>
      <Digest label={w.hash} value={hash} />
      <Text size="sm" {...(!intact && { c: "var(--mantine-color-error)", fw: 650 })}>
        {intact ? w.intact : w.broken}
      </Text>
      <Digest label={w.bound(reportVersion)} value={reportHash} />
    </Part>
  );
}

const Digest = ({ label, value }: { label: string; value: string }) => (
  <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
    {label}:{" "}
    <Code bg="transparent" c="inherit" p={0}>
      {value}
    </Code>
  </Text>
);

/** What was added after the signature; the record itself stays. */
export function Addenda({ review: { period, addenda, mayHold } }: { review: Review }) {
  const { reviews: w, improvement } = useWords();
  const reviewed = useReviewed();
  const names = useNames();
  const format = useShortFormat(useMe().zone);
  const { text } = useFields({ conflicts: [] });
  if (addenda.length === 0 && !mayHold) return null;
  return (
    <Part title={w.addenda}>
      <ul className="entries">
        {addenda.map(({ text: said, by, at }) => (
          <li key={at} className="entry">
            <Text className="words">{said}</Text>
            <Text size="sm" c="dimmed">
              {improvement.by(names(by) ?? by, format(at))}
            </Text>
          </li>
        ))}
      </ul>
      {mayHold && (
        <Adding
          label={w.addAddendum}
          fields={[text("text", w.addendum)]}
          send={async ({ text: said }) =>
            reviewed(
              await ask("POST /reviews/:period/addenda", { params: { period }, body: { text: said! } }),
            )
          }
        />
      )}
    </Part>
  );
}
