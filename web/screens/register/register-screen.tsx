import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback, useHotkeys, useMediaQuery } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { RegisterQuery } from "../../../src/casework/complaints/contract.ts";
import type { DeskWords } from "../../../src/texts/desk.ts";
import { ask } from "../../client.ts";
import { ProblemNote } from "../../components/problem.tsx";
import { ScreenTitle } from "../../components/screen-title.tsx";
import { useWords } from "../../language.tsx";
import { useMe } from "../../session.ts";
import { useTaxonomy } from "../../taxonomy.ts";
import { RowCards, RowTable } from "./rows.tsx";
import { SearchNotes } from "./search-notes.tsx";

const names = ["stage", "owner", "platform", "channel", "programme", "q"] as const;
export type Filter = { [N in (typeof names)[number]]?: string };

/** The filters live in the address, so that a view can be kept and sent. */
export const readFilter = (search: Record<string, unknown>): Filter =>
  Object.fromEntries(
    names
      .filter((name) => typeof search[name] === "string" && search[name])
      .map((name) => [name, search[name]]),
  );

export function RegisterScreen() {
  const { t } = useWords();
  const me = useMe();
  const filter = useSearch({ from: "/inside/" });
  const navigate = useNavigate();
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const pages = useInfiniteQuery({
    queryKey: ["register", filter],
    queryFn: ({ pageParam }) =>
      ask("GET /complaints", {
        query: { ...queryOf(filter, me.id), ...(pageParam && { cursor: pageParam }) },
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  const found = pages.data?.pages[0];
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  useHotkeys([
    ["j", () => move(1)],
    ["k", () => move(-1)],
  ]);
  return (
    <Stack gap="lg">
      <div>
        <ScreenTitle>{t.register.title}</ScreenTitle>
        <Text c="dimmed" role="status" size="sm">
          {pages.isPending ? t.app.loading : t.register.count(rows.length)}
        </Text>
      </div>
      <Filters
        filter={filter}
        change={(part) =>
          void navigate({ to: "/", search: readFilter({ ...filter, ...part }), replace: true })
        }
      />
      <ProblemNote error={pages.error} />
      {rows.length === 0 && !pages.isPending && !pages.error && (
        <div>
          <Text fw={600}>{nothing(t.register, filter)}</Text>
          {!filter.q && <Text c="dimmed">{t.register.emptyHint}</Text>}
        </div>
      )}
      {filter.q && found && (
        <SearchNotes
          found={found}
          showAll={() => void navigate({ to: "/", search: { ...filter, stage: "all" } })}
        />
      )}
      {rows.length > 0 && (narrow ? <RowCards rows={rows} /> : <RowTable rows={rows} />)}
      {pages.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void pages.fetchNextPage()}
          loading={pages.isFetchingNextPage}
        >
          {t.app.more}
        </Button>
      )}
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {t.register.keys}
      </Text>
    </Stack>
  );
}

function nothing(words: DeskWords["register"], { q, stage = "open" }: Filter): string {
  if (!q) return words.empty;
  return stage === "open" ? words.nothingOpenFound : words.nothingFound;
}

/** Moves the keyboard's own focus, so that the row scrolls into view, is read aloud, and Enter opens it. */
function move(by: number) {
  const links = [...document.querySelectorAll<HTMLElement>("[data-row] a")];
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

function queryOf({ stage = "open", owner, ...rest }: Filter, me: string): Partial<RegisterQuery> {
  const chosen =
    stage === "open"
      ? { open: "true" as const }
      : stage === "all"
        ? {}
        : { stage: stage as RegisterQuery["stage"] };
  return {
    ...rest,
    ...chosen,
    ...(owner && { owner: owner === "me" ? me : owner }),
  } as Partial<RegisterQuery>;
}

function Filters({ filter, change }: { filter: Filter; change: (part: Filter) => void }) {
  const { t, d } = useWords();
  const me = useMe();
  const programmes = useTaxonomy("programmes");
  const search = useDebouncedCallback((q: string) => change({ q }), 300);
  const options = (words: Record<string, string>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const pick = (name: keyof Filter) => (value: string | null) => change({ [name]: value ?? "" });
  return (
    <Group align="end" role="search" gap="sm">
      <TextInput
        label={t.register.search}
        placeholder={t.register.searchHint}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={filter.q ?? ""}
        onChange={(event) => search(event.currentTarget.value)}
        flex="2 1 14rem"
      />
      <Select
        label={t.register.stage}
        value={filter.stage ?? "open"}
        onChange={pick("stage")}
        allowDeselect={false}
        data={[
          { value: "open", label: t.register.open },
          { value: "all", label: t.register.all },
          ...options(d.stage),
        ]}
        flex="1 1 10rem"
      />
      <Select
        label={t.register.owner}
        value={filter.owner ?? null}
        onChange={pick("owner")}
        clearable
        placeholder={t.register.all}
        data={[
          { value: "me", label: t.register.mine },
          { value: "none", label: t.register.unowned },
        ]}
        flex="1 1 8rem"
      />
      <Select
        label={t.register.platform}
        value={filter.platform ?? null}
        onChange={pick("platform")}
        clearable
        placeholder={t.register.all}
        data={me.platforms.map(({ code, name }) => ({ value: code, label: name }))}
        flex="1 1 10rem"
      />
      <Select
        label={t.register.channel}
        value={filter.channel ?? null}
        onChange={pick("channel")}
        clearable
        placeholder={t.register.all}
        data={options(d.channel)}
        flex="1 1 8rem"
      />
      {programmes.offered.length > 0 && (
        <Select
          label={t.complaint.programme}
          value={filter.programme ?? null}
          onChange={pick("programme")}
          clearable
          searchable
          placeholder={t.register.all}
          data={programmes.offered}
          flex="1 1 10rem"
          maw={{ sm: "20rem" }}
        />
      )}
    </Group>
  );
}
