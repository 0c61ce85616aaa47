import { Text, type TextProps } from "@mantine/core";
import { useWords } from "../language.tsx";

/** What somebody wrote; what their mail program put below it is there for who wants it. */
export function FoldedText({
  text,
  folded,
  ...style
}: TextProps & { text: string; folded?: { said: string; folded: string } | undefined }) {
  const { m } = useWords();
  if (!folded) return <Text {...style}>{text}</Text>;
  return (
    <>
      <Text {...style}>{folded.said}</Text>
      <details>
        <Text component="summary" size="sm" c="dimmed">
          {m.quoted}
        </Text>
        <Text {...style} c="dimmed">
          {folded.folded}
        </Text>
      </details>
    </>
  );
}
