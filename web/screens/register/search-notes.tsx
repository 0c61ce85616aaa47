import { Button, Stack, Text } from "@mantine/core";
import type { RegisterPage } from "../../../src/casework/complaints/contract.ts";
import { useWords } from "../../language.tsx";

/** What a search does not show by itself: what it could not look at, what is only similar, what is closed. */
export function SearchNotes({ found, showAll }: { found: RegisterPage; showAll: () => void }) {
  const { t } = useWords();
  const { items, searchable, similar, alsoClosed } = found;
  return (
    <Stack role="status" gap="xs" align="start">
      {searchable !== undefined && (
        <Text size="sm">{t.register.searchable(Math.floor(searchable * 100))}</Text>
      )}
      {similar && (items.length > 0 || alsoClosed) && <Text size="sm">{t.register.similar}</Text>}
      {alsoClosed && (
        <Button variant="default" size="compact-sm" onClick={showAll}>
          {t.register.alsoClosed(alsoClosed.count, alsoClosed.more)}
        </Button>
      )}
    </Stack>
  );
}
