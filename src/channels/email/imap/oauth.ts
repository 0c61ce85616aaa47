import type { OAuth } from "./account.ts";

type Token = { value: string; until: number };

/**
 * Asks for access tokens (RFC 6749 §4.4 or §6) and keeps one until a minute before it ends.
 * @throws when the token server refuses or does not answer; its words are not repeated
 */
export function tokens(oauth: OAuth): () => Promise<string> {
  let kept: Token | undefined;
  return async () => {
    if (!kept || kept.until <= performance.now()) kept = await ask(oauth);
    return kept.value;
  };
}

async function ask({ tokenUrl, clientId, clientSecret, refreshToken, scope }: OAuth): Promise<Token> {
  const body = new URLSearchParams({
    client_id: clientId,
    ...(clientSecret && { client_secret: clientSecret }),
    ...(scope && { scope }),
    ...(refreshToken
      ? { grant_type: "refresh_token", refresh_token: refreshToken }
      : { grant_type: "client_credentials" }),
  });
  const answer = await fetch(tokenUrl, { method: "POST", body, signal: AbortSignal.timeout(20_000) });
  const said = (await answer.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown };
  if (!answer.ok || typeof said.access_token !== "string")
    throw Object.assign(new Error("no access token"), { code: "no-token", authenticationFailed: true });
  const seconds = Number(said.expires_in) || 3600;
  return { value: said.access_token, until: performance.now() + (seconds - 60) * 1000 };
}
