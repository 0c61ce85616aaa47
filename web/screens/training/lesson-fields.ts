import type { LessonView } from "../../../src/areas/training/contract.ts";
import { useWords } from "../../language.tsx";
import { useTaxonomy } from "../../taxonomy.ts";
import { useFields } from "../complaint/investigation/fields.ts";
import type { Field } from "../complaint/step-fields.ts";

export function useLessonFields(lesson?: LessonView): Field[] {
  const { training: w } = useWords();
  const { text, many } = useFields({ conflicts: [] });
  const categories = useTaxonomy("categories").offered;
  const causes = useTaxonomy("root-causes").offered;
  const programmes = useTaxonomy("programmes").offered;
  return [
    { ...text("text", w.lesson), initial: lesson?.text ?? "" },
    { ...many("category", w.category, categories, false), initial: lesson?.category ?? "" },
    { ...many("rootCause", w.rootCause, causes, false), initial: lesson?.rootCause ?? "" },
    ...(programmes.length > 0
      ? [{ ...many("programme", w.programme, programmes, false), initial: lesson?.programme ?? "" }]
      : []),
  ];
}
