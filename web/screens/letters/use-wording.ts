import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { useState } from "react";
import type { LetterTemplate } from "../../../src/casework/letters/contract.ts";
import { ask, Problem } from "../../client.ts";
import { tell } from "../../components/tell.ts";
import { useWords } from "../../language.tsx";
import { lettersQuery, type Written } from "./letters-query.ts";

/** What is typed, upon which wording it is typed, and how it is saved. */
export function useWording(letter: LetterTemplate, readOnly: boolean) {
  const { l } = useWords();
  const { kind, language } = letter;
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<Written>({ subject: letter.subject, body: letter.body });
  // Upon what was seen: a colleague's wording that arrives meanwhile is not overwritten unseen.
  const [seen, setSeen] = useState(letter);
  if (letter.version > seen.version && same(typed, seen)) {
    setSeen(letter);
    setTyped({ subject: letter.subject, body: letter.body });
  }
  const saving = useMutation({
    mutationFn: () =>
      ask("PUT /letters/:kind/:language", {
        params: { kind, language },
        body: { version: seen.version, ...typed },
      }),
    onSuccess: async (saved) => {
      setSeen(saved);
      setTyped({ subject: saved.subject, body: saved.body });
      await queryClient.invalidateQueries({ queryKey: lettersQuery.queryKey });
      tell(l.saved);
    },
    onError: async (problem) => {
      if (!(problem instanceof Problem) || problem.code !== "stale") return;
      const { items } = await queryClient.fetchQuery({ ...lettersQuery, staleTime: 0 });
      await queryClient.invalidateQueries({ queryKey: ["letters", "history"] });
      setSeen(items.find((each) => each.kind === kind && each.language === language) ?? seen);
    },
  });
  const unsaved = !same(typed, seen) && !readOnly;
  useBlocker({
    shouldBlockFn: () => unsaved && !window.confirm(l.leave),
    enableBeforeUnload: unsaved,
  });
  return { typed, setTyped, saving, unsaved };
}

const same = (typed: Written, seen: Written) => typed.subject === seen.subject && typed.body === seen.body;
