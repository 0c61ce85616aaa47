import { Stack, Tabs } from "@mantine/core";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { Incoming } from "./incoming.tsx";
import { Mailboxes } from "./mailboxes.tsx";
import { Outgoing } from "./outgoing.tsx";

/** Every message that reached us and every letter that we owe, each with what became of it. */
export function MailScreen() {
  const { t, m } = useWords();
  return (
    <Stack>
      <ScreenTitle>{t.mail.title}</ScreenTitle>
      <Tabs defaultValue="incoming" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="incoming">{t.mail.intake}</Tabs.Tab>
          <Tabs.Tab value="outgoing">{t.mail.outbox}</Tabs.Tab>
          <Tabs.Tab value="mailboxes">{m.mailboxes}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="incoming" pt="md">
          <Incoming />
        </Tabs.Panel>
        <Tabs.Panel value="outgoing" pt="md">
          <Outgoing />
        </Tabs.Panel>
        <Tabs.Panel value="mailboxes" pt="md">
          <Mailboxes />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
