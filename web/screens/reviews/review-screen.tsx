import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Review } from "../../../src/areas/reviews/contract.ts";
import { monthInWords } from "../../../src/texts/participants.ts";
import { ask } from "../../client.ts";
import { Part } from "../../components/part.tsx";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useShortDate, useWords } from "../../language.tsx";
import { Adding } from "../complaint/investigation/adding.tsx";
import { saidOf, useActionFields } from "../improvement/action-fields.ts";
import { ActionList } from "../improvement/action-list.tsx";
import { RecordForm } from "./record-form.tsx";
import { RecordShown } from "./record-shown.tsx";
import { reviewQuery, useReviewed } from "./reviews-query.ts";
import { ReviewState } from "./reviews-screen.tsx";
import { Addenda, SignatureOf, Signing } from "./signing.tsx";

export function ReviewScreen() {
  const { t } = useWords();
  const { period } = useParams({ from: "/inside/reviews/$period" });
  const { data, error } = useQuery(reviewQuery(period));
  if (!data) return error ? <ProblemNote error={error} /> : <Text role="status">{t.app.loading}</Text>;
  return <ReviewOf review={data} />;
}

/** One review, in the order of the meeting: report, what is open, the record, what was decided, the signature. */
function ReviewOf({ review }: { review: Review }) {
  const { reviews: w, language } = useWords();
  const day = useShortDate();
  const [unsaved, setUnsaved] = useState(false);
  const { period, state, dueOn, report, record, signature, mayHold } = review;
  return (
    <Stack gap="lg" maw={900}>
      <div>
        <Anchor size="sm" className="no-print" renderRoot={(props) => <Link to="/reviews" {...props} />}>
          {w.back}
        </Anchor>
        <Group gap="sm">
          <ScreenTitle>{w.of(monthInWords(language, period))}</ScreenTitle>
          <ReviewState state={state} />
        </Group>
        <Text c="dimmed">
          {w.dueOn(day(dueOn))} ·{" "}
          <Anchor renderRoot={(props) => <Link to="/reports/$period" params={{ period }} {...props} />}>
            {w.report}: {w.reportVersion(report.version)}
          </Anchor>
        </Text>
      </div>
      <Part title={w.earlier}>
        {review.earlier.length === 0 && <Text c="dimmed">{w.noEarlier}</Text>}
        {review.earlier.map((action) => (
          <Group key={action.id} gap="xs" py={4}>
            <Anchor
              renderRoot={(props) => <Link to="/improvement/$id" params={{ id: action.id }} {...props} />}
            >
              {action.number}. {action.title}
            </Anchor>
            <Text size="sm" c="dimmed">
              {day(action.dueOn)}
            </Text>
            {action.silent && <Badge color="red">{w.silent}</Badge>}
          </Group>
        ))}
      </Part>
      {!signature && mayHold ? (
        // After saving it is built anew from what was saved.
        <RecordForm key={review.version} review={review} touched={setUnsaved} />
      ) : (
        record && <RecordShown record={record} />
      )}
      <Part title={w.actions}>
        {review.actions.length > 0 ? (
          <ActionList actions={review.actions} />
        ) : (
          <Text c="dimmed">{w.noActions}</Text>
        )}
        {!signature && mayHold && <Deciding review={review} />}
      </Part>
      {signature ? (
        <>
          <SignatureOf signature={signature} />
          <Addenda review={review} />
        </>
      ) : (
        mayHold && <Signing review={review} unsaved={unsaved} />
      )}
    </Stack>
  );
}

function Deciding({ review: { period } }: { review: Review }) {
  const { reviews: w } = useWords();
  const reviewed = useReviewed();
  return (
    <Adding
      label={w.addAction}
      fields={useActionFields()}
      send={async (values) =>
        reviewed(await ask("POST /reviews/:period/actions", { params: { period }, body: saidOf(values) }))
      }
    />
  );
}
