import {
  IconBell,
  IconCalendar,
  IconCash,
  IconCertificate,
  IconChartHistogram,
  IconClipboardCheck,
  IconGavel,
  IconInbox,
  IconListDetails,
  IconMail,
  IconMailCog,
  IconMessageStar,
  IconPlus,
  IconRoute,
  IconScale,
  IconSchool,
  IconSettings,
  IconStack2,
  IconTargetArrow,
  IconUsers,
} from "@tabler/icons-react";
import { may, type Role } from "../src/core/access/access.ts";
import { mayInOffice } from "../src/core/access/office.ts";
import { fileReviewWords } from "../src/texts/file-reviews.ts";
import { participantWords } from "../src/texts/participants.ts";
import { reportWords } from "../src/texts/reports.ts";
import { routingWords } from "../src/texts/routing.ts";
import { surveyWords } from "../src/texts/surveys.ts";
import { useWords } from "./language.tsx";
import { useMe } from "./session.ts";

/** Where somebody begins: whoever reads no complaints has no register to look at. */
export const homeOf = (roles: readonly Role[]): "/" | "/people" => (may(roles, "read") ? "/" : "/people");

/** The screens that one's roles open, in the order of the work. */
export function useNavigation() {
  const { t, o, l, i, improvement, reviews, pay, training, language } = useWords();
  const { roles } = useMe();
  const reads = may(roles, "read");
  const runs = mayInOffice(roles, "change-settings");
  const links = [
    { to: "/", label: t.nav.register, Icon: IconInbox, shown: reads },
    { to: "/new", label: t.nav.intake, Icon: IconPlus, shown: may(roles, "receive") },
    { to: "/notices", label: o.nav.notices, Icon: IconBell, shown: true },
    // Administrators see which mailboxes are connected.
    { to: "/mail", label: t.nav.mail, Icon: IconMail, shown: reads || runs },
    {
      to: "/surveys",
      label: surveyWords(language).nav,
      Icon: IconMessageStar,
      shown: reads || mayInOffice(roles, "import-surveys"),
    },
    { to: "/issues", label: i.issuesTitle, Icon: IconStack2, shown: reads },
    // Anybody can own an action.
    { to: "/improvement", label: improvement.nav, Icon: IconTargetArrow, shown: true },
    {
      to: "/reviews",
      label: reviews.nav,
      Icon: IconGavel,
      shown: mayInOffice(roles, "read-reviews"),
    },
    {
      to: "/file-reviews",
      label: fileReviewWords(language).nav,
      Icon: IconClipboardCheck,
      shown: may(roles, "review-file"),
    },
    {
      to: "/payments",
      label: pay.nav,
      Icon: IconCash,
      shown: may(roles, "enter-payment") || roles.includes("auditor"),
    },
    {
      to: "/reports",
      label: reportWords(language).nav,
      Icon: IconChartHistogram,
      shown: mayInOffice(roles, "read-reports"),
    },
    {
      to: "/participants",
      label: participantWords(language).nav,
      Icon: IconSchool,
      shown: mayInOffice(roles, "read-reports"),
    },
    { to: "/training", label: training.nav, Icon: IconCertificate, shown: true },
    { to: "/policy", label: o.nav.policy, Icon: IconScale, shown: true },
    { to: "/calendar", label: o.nav.calendar, Icon: IconCalendar, shown: true },
    { to: "/letters", label: l.nav, Icon: IconMailCog, shown: runs },
    { to: "/routing", label: routingWords(language).nav, Icon: IconRoute, shown: runs },
    { to: "/lists", label: i.listsTitle, Icon: IconListDetails, shown: runs },
    { to: "/people", label: t.nav.people, Icon: IconUsers, shown: runs },
    { to: "/settings", label: pay.settings, Icon: IconSettings, shown: runs },
  ] as const;
  return links.filter(({ shown }) => shown);
}
