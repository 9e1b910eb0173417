import { wordsIn } from "@/app/_i18n/get-words";
import { writeCalendar } from "@/lib/core/calendar/write-calendar";
import { requireEnv } from "@/lib/server/env";
import { openFeed } from "@/lib/server/people/feed";

interface Context {
  params: Promise<{ secret: string }>;
}

const ending = ".ics";
const refreshHours = 6;

/** The calendar behind a secret address; any other address is the same nothing. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { secret } = await params;
  const now = Date.now();
  const feed = secret.endsWith(ending) ? await openFeed(secret.slice(0, -ending.length), now) : null;
  const headers = { "Cache-Control": "private, no-store" };
  if (!feed) return new Response(null, { status: 404, headers });
  const t = wordsIn(feed.person.locale, "calendar");
  const text = writeCalendar({
    name: t("feedName"),
    at: now,
    refreshHours,
    events: feed.days.map(({ uid, day, cards, minutes }) => ({
      uid,
      day,
      title: t("event", { cards }),
      text: t("minutes", { minutes }),
      url: `${requireEnv().url}/today`,
    })),
  });
  return new Response(text, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
}
