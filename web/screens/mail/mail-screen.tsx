import { Stack, Tabs } from "@mantine/core";
import { may } from "../../../src/core/access/access.ts";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { Incoming } from "./incoming.tsx";
import { Mailboxes } from "./mailboxes.tsx";
import { Outgoing } from "./outgoing.tsx";

/** Every message that reached us and every letter that we owe, each with what became of it. */
export function MailScreen() {
  const { t, m } = useWords();
  // Administrators see what is connected, not what customers write and are told.
  const reads = may(useMe().roles, "read");
  return (
    <Stack>
      <ScreenTitle>{t.mail.title}</ScreenTitle>
      <Tabs defaultValue={reads ? "incoming" : "mailboxes"} keepMounted={false}>
        <Tabs.List>
          {reads && <Tabs.Tab value="incoming">{t.mail.intake}</Tabs.Tab>}
          {reads && <Tabs.Tab value="outgoing">{t.mail.outbox}</Tabs.Tab>}
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
