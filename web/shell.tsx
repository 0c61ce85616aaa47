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
import {
  IconBell,
  IconCalendar,
  IconCash,
  IconCertificate,
  IconChartHistogram,
  IconInbox,
  IconListDetails,
  IconStack2,
  IconLogout,
  IconMail,
  IconMailCog,
  IconMessageStar,
  IconMoon,
  IconPlus,
  IconRoute,
  IconScale,
  IconSchool,
  IconSettings,
  IconSun,
  IconGavel,
  IconTargetArrow,
  IconUsers,
} from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { languages } from "../src/words/catalogue.ts";
import { reportWords } from "../src/words/reports.ts";
import { participantWords } from "../src/words/participants.ts";
import { routingWords } from "../src/words/routing.ts";
import { surveyWords } from "../src/words/surveys.ts";
import { ask, signOut } from "./client.ts";
import { useWords } from "./language.tsx";
import { readsReports } from "./screens/reports/reports-query.ts";
import { enters } from "./screens/payments/payments-query.ts";
import { noticesQuery, useMe } from "./session.ts";

/** What surrounds every screen: where one is, who one is, language and colours. */
export function Shell() {
  const { t, o, l, i, improvement, reviews, pay, training, language } = useWords();
  const me = useMe();
  const { data: notices } = useQuery(noticesQuery);
  const router = useRouter();
  const path = useLocation({ select: (location) => location.pathname });
  const [open, { toggle, close }] = useDisclosure();
  useHotkeys([["n", () => void router.navigate({ to: "/new" })]]);
  const links = [
    { to: "/", label: t.nav.register, Icon: IconInbox },
    { to: "/new", label: t.nav.intake, Icon: IconPlus },
    { to: "/notices", label: o.nav.notices, Icon: IconBell },
    { to: "/mail", label: t.nav.mail, Icon: IconMail },
    { to: "/surveys", label: surveyWords(language).nav, Icon: IconMessageStar },
    { to: "/issues", label: i.issuesTitle, Icon: IconStack2 },
    { to: "/improvement", label: improvement.nav, Icon: IconTargetArrow },
    ...(me.roles.some((role) => role === "manager" || role === "auditor")
      ? ([{ to: "/reviews", label: reviews.nav, Icon: IconGavel }] as const)
      : []),
    ...(enters(me.roles) || me.roles.includes("auditor")
      ? ([{ to: "/payments", label: pay.nav, Icon: IconCash }] as const)
      : []),
    ...(readsReports(me.roles)
      ? ([{ to: "/reports", label: reportWords(language).nav, Icon: IconChartHistogram }] as const)
      : []),
    ...(me.roles.some((role) => role === "manager" || role === "admin" || role === "auditor")
      ? ([{ to: "/participants", label: participantWords(language).nav, Icon: IconSchool }] as const)
      : []),
    { to: "/training", label: training.nav, Icon: IconCertificate },
    { to: "/policy", label: o.nav.policy, Icon: IconScale },
    { to: "/calendar", label: o.nav.calendar, Icon: IconCalendar },
    ...(me.roles.includes("admin")
      ? ([
          { to: "/letters", label: l.nav, Icon: IconMailCog },
          { to: "/routing", label: routingWords(language).nav, Icon: IconRoute },
          { to: "/lists", label: i.listsTitle, Icon: IconListDetails },
          { to: "/people", label: t.nav.people, Icon: IconUsers },
          { to: "/settings", label: pay.settings, Icon: IconSettings },
        ] as const)
      : []),
  ] as const;
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
