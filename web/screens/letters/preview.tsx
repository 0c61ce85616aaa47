import { Card, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../language.tsx";

type Shown = { subject: string; text: string; html: string };

/** The letter as it arrives. The page is shown in a frame that may do nothing: no script, no form, no way out. */
export function Preview({ shown, language }: { shown: Shown | undefined; language: "en" | "de" }) {
  const { l } = useWords();
  const [as, setAs] = useState<"html" | "text">("html");
  return (
    <Card withBorder component="section" aria-labelledby="preview" className="beside">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="preview">
          {l.preview}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={l.preview}
          value={as}
          onChange={(value) => setAs(value)}
          data={[
            { value: "html", label: l.asHtml },
            { value: "text", label: l.asText },
          ]}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {l.previewHint}
      </Text>
      {shown && (
        <>
          <Text fw={600} my="xs" lang={language}>
            {shown.subject}
          </Text>
          {as === "html" ? (
            // Without a target of its own a link would open inside the frame; the frame may open nothing.
            <iframe
              className="letter"
              title={l.preview}
              sandbox=""
              srcDoc={shown.html.replace("<head>", '<head><base target="_blank">')}
            />
          ) : (
            <pre className="letter" tabIndex={0} aria-label={l.asText} role="region" lang={language}>
              {shown.text}
            </pre>
          )}
        </>
      )}
    </Card>
  );
}
