import { Stack } from "@mantine/core";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { Account } from "./account.tsx";
import { Authority } from "./authority.tsx";
import { Conciliation } from "./conciliation.tsx";
import { ManagementTeam } from "./management-team.tsx";
import { LowAnswers } from "./survey-threshold.tsx";
import { Training } from "./training.tsx";

/** What administrators set about money, disagreement, training, surveys and reviews; each state is kept. */
export function SettingsScreen() {
  const { pay } = useWords();
  return (
    <Stack maw={760} gap="lg">
      <ScreenTitle>{pay.settings}</ScreenTitle>
      <Authority />
      <Account />
      <Conciliation />
      <Training />
      <LowAnswers />
      <ManagementTeam />
    </Stack>
  );
}
