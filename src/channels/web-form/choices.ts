export const isOneOf = <T extends string>(all: readonly T[], one: string | undefined): one is T =>
  (all as readonly string[]).includes(one ?? "");
