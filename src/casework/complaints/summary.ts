/** A title for the register, from the beginning of the statement, for whoever gave none. */
export function firstWords(statement: string): string {
  const line = statement.trim().split("\n")[0]!.replace(/\s+/g, " ");
  return line.length <= 80
    ? line
    : `${line
        .slice(0, 77)
        .replace(/\s\S*$/, "")
        .toWellFormed()} …`;
}
