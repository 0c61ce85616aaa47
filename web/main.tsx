import { MantineProvider } from "@mantine/core";
import "@mantine/core/styles.css";
import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.css";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRouter, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app.css";
import { Problem } from "./client.ts";
import { Languages } from "./language.tsx";
import { routes } from "./routes.tsx";
import { resolver, theme } from "./theme.ts";

const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
// A dialog's scroll lock writes a style of its own and asks for the nonce here.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;

/** Without a session there is nothing to show: to the door, and back. What is already shown stays, with what was typed into it. */
const queryCache = new QueryCache({
  onError: (error, { queryKey, state }) => {
    if (
      !(error instanceof Problem) ||
      error.status !== 401 ||
      queryKey[0] === "me" ||
      state.data !== undefined
    )
      return;
    queryClient.removeQueries({ queryKey: ["me"] });
    const { href, pathname } = router.state.location;
    if (!pathname.endsWith("/sign-in")) void router.navigate({ to: "/sign-in", search: { to: href } });
  },
});
const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => count < 1 && !(error instanceof Problem && error.status === 401),
    },
  },
});
const router = createRouter({
  routeTree: routes,
  basepath: "/desk",
  context: { queryClient },
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <Languages>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Languages>
    </MantineProvider>
  </StrictMode>,
);
