import { Button, Card, Center, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useParams, useRouter, useSearch } from "@tanstack/react-router";
import { setUp, signIn } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";

export function SignInScreen() {
  const { t } = useWords();
  const { to } = useSearch({ from: "/sign-in" });
  const enter = useEntry(to);
  const form = useForm({ initialValues: { email: "", password: "" } });
  const entering = useMutation({ mutationFn: signIn, onSuccess: enter });
  return (
    <Door title={t.signIn.title}>
      <ProblemNote error={entering.error} />
      <form onSubmit={form.onSubmit((values) => entering.mutate(values))}>
        <Stack>
          <TextInput
            label={t.signIn.email}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t.signIn.password}
            visibilityToggleButtonProps={{ "aria-label": t.signIn.show }}
            autoComplete="current-password"
            required
            {...form.getInputProps("password")}
          />
          <Button type="submit" loading={entering.isPending}>
            {t.signIn.go}
          </Button>
        </Stack>
      </form>
      <Text size="sm" c="dimmed">
        {t.signIn.hint}
      </Text>
    </Door>
  );
}

/** Where an invitation leads: a password, and for the very first person a name and an address. */
export function SetUpScreen() {
  const { t } = useWords();
  const { token } = useParams({ from: "/set-up/$token" });
  const enter = useEntry(undefined);
  const form = useForm({ initialValues: { name: "", email: "", password: "" } });
  const making = useMutation({
    mutationFn: ({ name, email, password }: typeof form.values) =>
      setUp({ token, password, ...(name && { name }), ...(email && { email }) }),
    onSuccess: enter,
  });
  return (
    <Door title={t.setUp.title}>
      <Text c="dimmed">{t.setUp.lead}</Text>
      <ProblemNote error={making.error} />
      <form onSubmit={form.onSubmit((values) => making.mutate(values))}>
        <Stack>
          <TextInput
            label={t.setUp.name}
            description={t.setUp.again}
            autoComplete="name"
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t.signIn.email}
            description={t.setUp.again}
            type="email"
            autoComplete="username"
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t.signIn.password}
            visibilityToggleButtonProps={{ "aria-label": t.signIn.show }}
            autoComplete="new-password"
            minLength={12}
            required
            {...form.getInputProps("password")}
          />
          <Button type="submit" loading={making.isPending}>
            {t.setUp.go}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}

function useEntry(to: string | undefined) {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async () => {
    queryClient.clear();
    await router.navigate({ to: to ?? "/" });
  };
}

function Door({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Center component="main" id="main" mih="100vh" p="md">
      <Card withBorder w="100%" maw={420} padding="xl">
        <Stack>
          <ScreenTitle>{title}</ScreenTitle>
          {children}
        </Stack>
      </Card>
    </Center>
  );
}
