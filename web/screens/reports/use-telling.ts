import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Telling } from "../../../src/areas/reports/telling/line.ts";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { taxonomiesQuery } from "../../taxonomy.ts";

const lists = { category: "categories", cause: "root-causes", programme: "programmes" } as const;

/** The reader's language, and what the office calls its codes. */
export function useTelling(): Telling {
  const { language } = useWords();
  const { platforms } = useMe();
  const { data } = useQuery(taxonomiesQuery);
  return useMemo(
    () => ({
      language,
      nameOf: (list, code) =>
        (list === "platform"
          ? platforms.find((platform) => platform.code === code)?.name
          : data?.items
              .find(({ name }) => name === lists[list])
              ?.entries.find((entry) => entry.code === code)?.[language]) ?? code,
    }),
    [language, platforms, data],
  );
}
