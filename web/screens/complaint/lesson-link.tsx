import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../language.tsx";

/** Whoever reads a case may say what others can learn from it. */
export function LessonLink({ id }: { id: string }) {
  const { training } = useWords();
  return (
    <Anchor renderRoot={(props) => <Link to="/training" search={{ from: id }} {...props} />}>
      {training.fromCase}
    </Anchor>
  );
}
