import { Button, Text } from "@mantine/core";
import type { RegisterPage } from "../../../src/complaints/contract.ts";
import { useWords } from "../../language.tsx";

/** What a search does not show by itself: what it could not look at, what is only similar, what is closed. */
export function SearchNotes({ found, showAll }: { found: RegisterPage; showAll: () => void }) {
  const { t } = useWords();
  const { searchable, similar, alsoClosed } = found;
  return (
    <div role="status">
      {searchable !== undefined && (
        <Text size="sm">{t.register.searchable(Math.floor(searchable * 100))}</Text>
      )}
      {similar && <Text size="sm">{t.register.similar}</Text>}
      {alsoClosed && (
        <Button variant="subtle" size="compact-sm" onClick={showAll}>
          {t.register.alsoClosed(alsoClosed.count, alsoClosed.more)}
        </Button>
      )}
    </div>
  );
}
