import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { Problem } from "./client.ts";
import { ProblemNote } from "./components/problem.tsx";
import { ComplaintScreen } from "./screens/complaint/complaint-screen.tsx";
import { readState } from "./screens/improvement/actions-query.ts";
import { readKind, readVersion } from "./screens/reports/reports-query.ts";
import { readFilter, RegisterScreen } from "./screens/register/register-screen.tsx";
import { SetUpScreen, SignInScreen } from "./screens/sign-in/sign-in-screen.tsx";
import { homeOf } from "./navigation.ts";
import { meQuery } from "./session.ts";
import { Shell } from "./shell.tsx";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  errorComponent: ({ error }) => <ProblemNote error={error} />,
});

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { to?: string } =>
    typeof search.to === "string" && search.to.startsWith("/") && !search.to.startsWith("//")
      ? { to: search.to }
      : {},
  component: SignInScreen,
});
const setUpRoute = createRoute({
  getParentRoute: () => root,
  path: "/set-up/$token",
  component: SetUpScreen,
});

/** Everything but the two doors asks first who is there. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof Problem && error.status === 401)
        throw redirect({ to: "/sign-in", search: { to: location.href } });
      throw error;
    }
  },
});

const registerRoute = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch: readFilter,
  beforeLoad: async ({ context }) => {
    const to = homeOf((await context.queryClient.ensureQueryData(meQuery)).roles);
    if (to !== "/") throw redirect({ to });
  },
  component: RegisterScreen,
});
const complaintRoute = createRoute({
  getParentRoute: () => inside,
  path: "/complaints/$id",
  component: ComplaintScreen,
});
const intakeRoute = createRoute({
  getParentRoute: () => inside,
  path: "/new",
  component: lazyRouteComponent(() => import("./screens/intake/intake-screen.tsx"), "IntakeScreen"),
});
const mailRoute = createRoute({
  getParentRoute: () => inside,
  path: "/mail",
  component: lazyRouteComponent(() => import("./screens/mail/mail-screen.tsx"), "MailScreen"),
});
const lettersRoute = createRoute({
  getParentRoute: () => inside,
  path: "/letters",
  component: lazyRouteComponent(() => import("./screens/letters/letters-screen.tsx"), "LettersScreen"),
});
const letterRoute = createRoute({
  getParentRoute: () => inside,
  path: "/letters/$kind/$language",
  component: lazyRouteComponent(() => import("./screens/letters/letter-screen.tsx"), "LetterScreen"),
});
const noticesRoute = createRoute({
  getParentRoute: () => inside,
  path: "/notices",
  component: lazyRouteComponent(() => import("./screens/notices/notices-screen.tsx"), "NoticesScreen"),
});
const calendarRoute = createRoute({
  getParentRoute: () => inside,
  path: "/calendar",
  component: lazyRouteComponent(() => import("./screens/calendar/calendar-screen.tsx"), "CalendarScreen"),
});
const policyRoute = createRoute({
  getParentRoute: () => inside,
  path: "/policy",
  component: lazyRouteComponent(() => import("./screens/policy/policy-screen.tsx"), "PolicyScreen"),
});
const draftRoute = createRoute({
  getParentRoute: () => inside,
  path: "/policy/drafts/$id",
  component: lazyRouteComponent(() => import("./screens/policy/draft-screen.tsx"), "DraftScreen"),
});
const routingRoute = createRoute({
  getParentRoute: () => inside,
  path: "/routing",
  component: lazyRouteComponent(() => import("./screens/routing/routing-screen.tsx"), "RoutingScreen"),
});
const paymentsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/payments",
  component: lazyRouteComponent(() => import("./screens/payments/payments-screen.tsx"), "PaymentsScreen"),
});
const participantsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/participants",
  component: lazyRouteComponent(
    () => import("./screens/participants/participants-screen.tsx"),
    "ParticipantsScreen",
  ),
});
const participantMonthRoute = createRoute({
  getParentRoute: () => inside,
  path: "/participants/$month",
  component: lazyRouteComponent(() => import("./screens/participants/month-screen.tsx"), "MonthScreen"),
});
const fileReviewsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/file-reviews",
  component: lazyRouteComponent(
    () => import("./screens/file-reviews/file-reviews-screen.tsx"),
    "FileReviewsScreen",
  ),
});
const surveysRoute = createRoute({
  getParentRoute: () => inside,
  path: "/surveys",
  component: lazyRouteComponent(() => import("./screens/surveys/surveys-screen.tsx"), "SurveysScreen"),
});
const reportsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reports",
  validateSearch: readKind,
  component: lazyRouteComponent(() => import("./screens/reports/reports-screen.tsx"), "ReportsScreen"),
});
const reportRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reports/$period",
  validateSearch: readVersion,
  // With its charts it weighs as much as all the rest.
  component: lazyRouteComponent(() => import("./screens/reports/report-screen.tsx"), "ReportScreen"),
});
const settingsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("./screens/settings/settings-screen.tsx"), "SettingsScreen"),
});
const peopleRoute = createRoute({
  getParentRoute: () => inside,
  path: "/people",
  component: lazyRouteComponent(() => import("./screens/people/people-screen.tsx"), "PeopleScreen"),
});

const trainingRoute = createRoute({
  getParentRoute: () => inside,
  path: "/training",
  validateSearch: (search): { from?: string } =>
    typeof search.from === "string" ? { from: search.from } : {},
  component: lazyRouteComponent(() => import("./screens/training/training-screen.tsx"), "TrainingScreen"),
});
const issuesRoute = createRoute({
  getParentRoute: () => inside,
  path: "/issues",
  component: lazyRouteComponent(() => import("./screens/issues/issues-screen.tsx"), "IssuesScreen"),
});
const issueRoute = createRoute({
  getParentRoute: () => inside,
  path: "/issues/$id",
  component: lazyRouteComponent(() => import("./screens/issues/issue-screen.tsx"), "IssueScreen"),
});
const reviewsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reviews",
  component: lazyRouteComponent(() => import("./screens/reviews/reviews-screen.tsx"), "ReviewsScreen"),
});
const reviewRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reviews/$period",
  component: lazyRouteComponent(() => import("./screens/reviews/review-screen.tsx"), "ReviewScreen"),
});
const improvementRoute = createRoute({
  getParentRoute: () => inside,
  path: "/improvement",
  validateSearch: readState,
  component: lazyRouteComponent(
    () => import("./screens/improvement/improvement-screen.tsx"),
    "ImprovementScreen",
  ),
});
const actionRoute = createRoute({
  getParentRoute: () => inside,
  path: "/improvement/$id",
  component: lazyRouteComponent(() => import("./screens/improvement/action-screen.tsx"), "ActionScreen"),
});
const programmeRoute = createRoute({
  getParentRoute: () => inside,
  path: "/programmes/$code",
  component: lazyRouteComponent(() => import("./screens/programme/programme-screen.tsx"), "ProgrammeScreen"),
});
const listsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/lists",
  component: lazyRouteComponent(
    () => import("./screens/taxonomies/taxonomies-screen.tsx"),
    "TaxonomiesScreen",
  ),
});

export const routes = root.addChildren([
  signInRoute,
  setUpRoute,
  inside.addChildren([
    registerRoute,
    complaintRoute,
    intakeRoute,
    mailRoute,
    lettersRoute,
    letterRoute,
    noticesRoute,
    calendarRoute,
    policyRoute,
    draftRoute,
    routingRoute,
    peopleRoute,
    paymentsRoute,
    participantsRoute,
    fileReviewsRoute,
    surveysRoute,
    participantMonthRoute,
    reportsRoute,
    reportRoute,
    settingsRoute,
    trainingRoute,
    issuesRoute,
    issueRoute,
    reviewsRoute,
    reviewRoute,
    improvementRoute,
    actionRoute,
    programmeRoute,
    listsRoute,
  ]),
]);
