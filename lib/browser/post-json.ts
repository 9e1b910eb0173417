/** What a request to this site's own API came to; status 0 is a lost connection. */
export type JsonReply = { isOk: boolean; status: number; body: unknown };

export async function postJson(path: string, body: unknown): Promise<JsonReply> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { isOk: response.ok, status: response.status, body: await response.json() };
  } catch {
    return { isOk: false, status: 0, body: null };
  }
}
