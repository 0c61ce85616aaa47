import {
  ActionIcon,
  AppShell,
  Badge,
  Burger,
  Group,
  NavLink,
  SegmentedControl,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { IconLogout, IconMoon, IconSun } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { may } from "../src/core/access/access.ts";
import { languages } from "../src/texts/catalogue.ts";
import { ask, signOut } from "./client.ts";
import { useWords } from "./language.tsx";
import { useNavigation } from "./navigation.ts";
import { noticesQuery, useMe } from "./session.ts";

/** What surrounds every screen: where one is, who one is, language and colours. */
export function Shell() {
  const { t, o } = useWords();
  const me = useMe();
  const { data: notices } = useQuery(noticesQuery);
  const router = useRouter();
  const path = useLocation({ select: (location) => location.pathname });
  const [open, { toggle, close }] = useDisclosure();
  useHotkeys(may(me.roles, "receive") ? [["n", () => void router.navigate({ to: "/new" })]] : []);
  const links = useNavigation();
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 220, breakpoint: "sm", collapsed: { mobile: !open } }}
      padding={{ base: "md", sm: "xl" }}
    >
      <AppShell.Header px="md">
        <a className="skip" href="#main">
          {t.app.skip}
        </a>
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group wrap="nowrap" gap="sm">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t.app.menu} />
            <Text fw={700}>{t.app.name}</Text>
            <Text c="dimmed" size="sm" visibleFrom="sm">
              {me.organisation}
            </Text>
          </Group>
          <HeaderTools />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t.app.main}>
        {links.map(({ to, label, Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            active={path === to || (to !== "/" && path.startsWith(to))}
            onClick={close}
            leftSection={<Icon size={18} aria-hidden />}
            rightSection={
              to === "/notices" && notices && notices.unread > 0 ? (
                <Badge size="sm" aria-label={o.notices.unread(notices.unread)}>
                  {notices.unread}
                </Badge>
              ) : undefined
            }
          />
        ))}
        <Text mt="auto" p="sm" size="sm" c="dimmed">
          {me.name}
        </Text>
      </AppShell.Navbar>
      <AppShell.Main id="main">
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function HeaderTools() {
  const { t, language, choose } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const queryClient = useQueryClient();
  const router = useRouter();
  const leave = async () => {
    await signOut();
    queryClient.clear();
    await router.navigate({ to: "/sign-in" });
  };
  return (
    <Group wrap="nowrap" gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t.app.language}
        value={language}
        onChange={(value) => {
          choose(value);
          // Redress writes to us in the language that we read.
          void ask("PUT /session/language", { body: { language: value } }).catch(() => {});
        }}
        data={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
      />
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t.app.scheme}
        onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
      >
        {scheme === "dark" ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t.app.signOut} onClick={() => void leave()}>
        <IconLogout size={18} />
      </ActionIcon>
    </Group>
  );
}
