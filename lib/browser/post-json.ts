/** What a request to this site's own API came to; status 0 is a lost connection, or one that stays silent too long. */
export type JsonReply = { isOk: boolean; status: number; body: unknown };

interface Asking {
  /** How long a reply is waited for; without it as long as the browser does. */
  patienceMs?: number;
  /** Whose page asks: the server refuses it where another learner is signed in by now. */
  userId?: string;
}

export async function postJson(
  path: string,
  body: unknown,
  { patienceMs, userId }: Asking = {},
): Promise<JsonReply> {
  const silence = new AbortController();
  const timer = patienceMs === undefined ? undefined : setTimeout(() => silence.abort(), patienceMs);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...(userId && { "epoch-learner": userId }) },
      body: JSON.stringify(body),
      signal: silence.signal,
    });
    return { isOk: response.ok, status: response.status, body: await response.json() };
  } catch {
    return { isOk: false, status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}
