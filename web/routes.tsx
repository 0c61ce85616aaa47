import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { Problem } from "./client.ts";
import { ProblemNote } from "./components/problem.tsx";
import { CalendarScreen } from "./screens/calendar/calendar-screen.tsx";
import { ComplaintScreen } from "./screens/complaint/complaint-screen.tsx";
import { ActionScreen } from "./screens/improvement/action-screen.tsx";
import { ImprovementScreen, readState } from "./screens/improvement/improvement-screen.tsx";
import { FileReviewsScreen } from "./screens/file-reviews/file-reviews-screen.tsx";
import { IssueScreen } from "./screens/issues/issue-screen.tsx";
import { IssuesScreen } from "./screens/issues/issues-screen.tsx";
import { IntakeScreen } from "./screens/intake/intake-screen.tsx";
import { LetterScreen } from "./screens/letters/letter-screen.tsx";
import { LettersScreen } from "./screens/letters/letters-screen.tsx";
import { MailScreen } from "./screens/mail/mail-screen.tsx";
import { NoticesScreen } from "./screens/notices/notices-screen.tsx";
import { MonthScreen } from "./screens/participants/month-screen.tsx";
import { ParticipantsScreen } from "./screens/participants/participants-screen.tsx";
import { PaymentsScreen } from "./screens/payments/payments-screen.tsx";
import { PeopleScreen } from "./screens/people/people-screen.tsx";
import { DraftScreen } from "./screens/policy/draft-screen.tsx";
import { PolicyScreen } from "./screens/policy/policy-screen.tsx";
import { ProgrammeScreen } from "./screens/programme/programme-screen.tsx";
import { ReviewScreen } from "./screens/reviews/review-screen.tsx";
import { ReviewsScreen } from "./screens/reviews/reviews-screen.tsx";
import { readKind, readVersion } from "./screens/reports/reports-query.ts";
import { ReportsScreen } from "./screens/reports/reports-screen.tsx";
import { readFilter, RegisterScreen } from "./screens/register/register-screen.tsx";
import { RoutingScreen } from "./screens/routing/routing-screen.tsx";
import { SettingsScreen } from "./screens/settings/settings-screen.tsx";
import { SetUpScreen, SignInScreen } from "./screens/sign-in/sign-in-screen.tsx";
import { SurveysScreen } from "./screens/surveys/surveys-screen.tsx";
import { TaxonomiesScreen } from "./screens/taxonomies/taxonomies-screen.tsx";
import { TrainingScreen } from "./screens/training/training-screen.tsx";
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
const intakeRoute = createRoute({ getParentRoute: () => inside, path: "/new", component: IntakeScreen });
const mailRoute = createRoute({ getParentRoute: () => inside, path: "/mail", component: MailScreen });
const lettersRoute = createRoute({
  getParentRoute: () => inside,
  path: "/letters",
  component: LettersScreen,
});
const letterRoute = createRoute({
  getParentRoute: () => inside,
  path: "/letters/$kind/$language",
  component: LetterScreen,
});
const noticesRoute = createRoute({
  getParentRoute: () => inside,
  path: "/notices",
  component: NoticesScreen,
});
const calendarRoute = createRoute({
  getParentRoute: () => inside,
  path: "/calendar",
  component: CalendarScreen,
});
const policyRoute = createRoute({ getParentRoute: () => inside, path: "/policy", component: PolicyScreen });
const draftRoute = createRoute({
  getParentRoute: () => inside,
  path: "/policy/drafts/$id",
  component: DraftScreen,
});
const routingRoute = createRoute({
  getParentRoute: () => inside,
  path: "/routing",
  component: RoutingScreen,
});
const paymentsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/payments",
  component: PaymentsScreen,
});
const participantsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/participants",
  component: ParticipantsScreen,
});
const participantMonthRoute = createRoute({
  getParentRoute: () => inside,
  path: "/participants/$month",
  component: MonthScreen,
});
const fileReviewsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/file-reviews",
  component: FileReviewsScreen,
});
const surveysRoute = createRoute({
  getParentRoute: () => inside,
  path: "/surveys",
  component: SurveysScreen,
});
const reportsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reports",
  validateSearch: readKind,
  component: ReportsScreen,
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
  component: SettingsScreen,
});
const peopleRoute = createRoute({ getParentRoute: () => inside, path: "/people", component: PeopleScreen });

const trainingRoute = createRoute({
  getParentRoute: () => inside,
  path: "/training",
  validateSearch: (search): { from?: string } =>
    typeof search.from === "string" ? { from: search.from } : {},
  component: TrainingScreen,
});
const issuesRoute = createRoute({ getParentRoute: () => inside, path: "/issues", component: IssuesScreen });
const issueRoute = createRoute({ getParentRoute: () => inside, path: "/issues/$id", component: IssueScreen });
const reviewsRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reviews",
  component: ReviewsScreen,
});
const reviewRoute = createRoute({
  getParentRoute: () => inside,
  path: "/reviews/$period",
  component: ReviewScreen,
});
const improvementRoute = createRoute({
  getParentRoute: () => inside,
  path: "/improvement",
  validateSearch: readState,
  component: ImprovementScreen,
});
const actionRoute = createRoute({
  getParentRoute: () => inside,
  path: "/improvement/$id",
  component: ActionScreen,
});
const programmeRoute = createRoute({
  getParentRoute: () => inside,
  path: "/programmes/$code",
  component: ProgrammeScreen,
});
const listsRoute = createRoute({ getParentRoute: () => inside, path: "/lists", component: TaxonomiesScreen });

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
