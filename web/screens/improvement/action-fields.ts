import { useQuery } from "@tanstack/react-query";
import type { ActionDetails } from "../../../src/areas/improvement/contract.ts";
import { useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import type { Values } from "../complaint/investigation/adding.tsx";
import { useFields } from "../complaint/investigation/fields.ts";
import { issuesQuery } from "../issues/issues-query.ts";
import type { Field } from "../complaint/step-fields.ts";

/** What is said of an action, when it is opened or changed. */
export function useActionFields(action?: ActionDetails): Field[] {
  const { improvement: w } = useWords();
  const { text, line, date, many, colleague } = useFields({ conflicts: [] });
  const causes = useTaxonomy("root-causes");
  const categories = useTaxonomy("categories");
  const programmes = useTaxonomy("programmes");
  const { data: issues } = useQuery(issuesQuery);
  const starting = (field: Field, initial: string | undefined): Field => ({
    ...field,
    initial: initial ?? "",
  });
  return [
    starting(line("title", w.actionTitle), action?.title),
    starting(text("description", w.description, false), action?.description),
    starting(colleague("ownerId", w.owner), action?.ownerId),
    starting(date("dueOn", w.due), action?.dueOn),
    starting(many("rootCause", w.rootCause, causes.offered, false), action?.rootCause),
    ...(programmes.offered.length > 0
      ? [starting(many("programme", w.programme, programmes.offered, false), action?.programme)]
      : []),
    starting(many("category", w.category, categories.offered, false), action?.category),
    starting(line("material", w.material, false), action?.material),
    ...(issues && issues.items.length > 0
      ? [
          starting(
            many(
              "issueId",
              w.issue,
              issues.items.map(({ id, name }) => ({ value: id, label: name })),
              false,
            ),
            action?.issueId,
          ),
        ]
      : []),
  ];
}

/** The same as a request carries it. */
export const saidOf = ({ title, description, ownerId, dueOn, ...links }: Values) => ({
  title: title!,
  description,
  ownerId: ownerId!,
  dueOn: dueOn!,
  ...links,
});
