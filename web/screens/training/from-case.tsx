import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ProblemNote } from "../../components/problem.tsx";
import { useWords } from "../../language.tsx";
import { complaintQuery } from "../complaint/complaint-screen.tsx";

/** Which case a lesson is drafted from, for whoever may see it. */
export function FromCase({ id }: { id: string }) {
  const { training: w } = useWords();
  const { data, error } = useQuery(complaintQuery(id));
  return (
    <>
      <ProblemNote error={error} />
      {data && <Text>{w.fromCaseHint(data.reference)}</Text>}
    </>
  );
}
