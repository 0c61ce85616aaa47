import { Group } from "@mantine/core";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { useWords } from "../../language.tsx";
import { Adding } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { saidOf, useActionFields } from "./action-fields.ts";
import { useImproving } from "./actions-query.ts";
import { completionOf, useCompletionFields } from "./completion.ts";

/** What the reader may do with an action as it stands now. */
export function ActionSteps({ action }: { action: ActionDetails }) {
  const { improvement: w } = useWords();
  const improve = useImproving(action);
  const { text, date } = useFields({ conflicts: [] });
  const said = useActionFields(action);
  const completing = useCompletionFields(action);
  const { status, verdict, check, toCheck } = action;
  const may = (act: ActionDetails["may"][number]) => action.may.includes(act);
  const live = status === "open" || status === "done";
  return (
    <Group gap="xs" align="start">
      {may("note") && (
        <Adding
          label={w.note}
          fields={[text("note", w.noteText)]}
          send={(values) => improve("POST /actions/:id/notes", values)}
        />
      )}
      {status === "open" && may("finish") && (
        <Adding
          label={w.finish}
          fields={completing}
          send={(values) => improve("POST /actions/:id/completion", completionOf(values))}
        />
      )}
      {toCheck && may("check") && (
        <Adding
          label={w.check}
          fields={[text("note", w.checkNote, false)]}
          send={(values) => improve("POST /actions/:id/check", values)}
        />
      )}
      {status === "done" && verdict === "not_shown" && check && may("extend") && (
        <Adding
          label={w.extend}
          fields={[
            {
              name: "length",
              label: w.extendTo[check.window.unit],
              kind: "line",
              required: true,
              initial: String(check.window.length * 2),
            },
            text("note", w.checkNote, false),
          ]}
          send={({ length, note }) =>
            improve("POST /actions/:id/extension", { length: Number(length), note })
          }
        />
      )}
      {status === "done" && (!check || verdict) && may("verify") && (
        <Adding
          label={w.verify}
          fields={[text("note", w.verifyNote)]}
          send={(values) => improve("POST /actions/:id/verification", values)}
        />
      )}
      {live && may("change") && (
        <Adding
          label={w.change}
          fields={said}
          send={(values) => improve("PUT /actions/:id", { version: action.version, ...saidOf(values) })}
        />
      )}
      {status !== "open" && may("reopen") && (
        <Adding
          label={w.reopen}
          fields={[text("reason", w.reason), date("dueOn", w.due)]}
          send={(values) => improve("POST /actions/:id/reopening", values)}
        />
      )}
      {live && may("cancel") && (
        <Adding
          label={w.cancel}
          fields={[text("reason", w.reason)]}
          send={(values) => improve("POST /actions/:id/cancellation", values)}
        />
      )}
    </Group>
  );
}
