const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether what a page mark says can be a place in a list: somebody may have written it by hand. */
export function isPlace(at: unknown, id: unknown): boolean {
  if (typeof at !== "string" || typeof id !== "string" || !uuid.test(id)) return false;
  // Temporal knows years and zones in brackets that the database does not.
  if (!/^(?!0000)\d{4}-[^[]+$/.test(at)) return false;
  try {
    Temporal.Instant.from(at);
    return true;
  } catch {
    return false;
  }
}
