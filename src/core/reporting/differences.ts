/** One figure that is another than before. */
export type Difference = { path: string; was: unknown; is: unknown };

/** What a later version says otherwise: leaf by leaf, where it stands, in the order of the later one. */
export function differencesOf(was: unknown, is: unknown, path = ""): Difference[] {
  if (isTree(was) && isTree(is)) {
    const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    return names.flatMap((name) =>
      differencesOf(
        (was as Record<string, unknown>)[name],
        (is as Record<string, unknown>)[name],
        path === "" ? name : `${path}.${name}`,
      ),
    );
  }
  return Object.is(was, is) || (isTree(was) === isTree(is) && JSON.stringify(was) === JSON.stringify(is))
    ? []
    : [{ path, was: was ?? null, is: is ?? null }];
}

const isTree = (value: unknown): value is object => typeof value === "object" && value !== null;
