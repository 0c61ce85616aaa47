import type { Office } from "./office.ts";
export async function seedCommand(_office: Office, _words: string[]): Promise<void> {}
