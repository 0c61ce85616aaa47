import type pg from "pg";

/** So many different statements are prepared on a connection; lists of varying length would otherwise never end. */
const most = 400;

/**
 * Lets a connection prepare each statement once and send only its name and values afterwards: parsing and planning is
 * what a short query costs most.
 */
export function preparing(client: pg.PoolClient): void {
  const names = new Map<string, string>();
  const query = client.query.bind(client) as (...words: unknown[]) => unknown;
  const prepared = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== "string" || !Array.isArray(values) || values.length === 0)
      return query(text, values, ...rest);
    let name = names.get(text);
    if (name === undefined && names.size < most) {
      name = `s${names.size}`;
      names.set(text, name);
    }
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  client.query = prepared as typeof client.query;
}
