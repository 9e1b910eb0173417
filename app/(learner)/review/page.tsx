import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { BothWords } from "@/app/_i18n/words";
import { ThisBrowser } from "@/app/_shell/this-browser";
import { rulesOf } from "@/lib/core/people/person";
import { currentUser } from "@/lib/server/people/current-user";
import { openQueue } from "@/lib/server/study/open-queue";
import { briefSession } from "./brief-session";
import { ReviewSession } from "./review-session";
import "@/app/_ui/styles/review-frame.css";
import "./review.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("review"))("title") };
}

export default async function ReviewPage({ searchParams }: PageProps<"/review">) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const now = Date.now();
  const brief = briefSession(await searchParams, now);
  const head = await openQueue(user, now);
  const { showsTimer } = rulesOf(user);
  return (
    <BothWords namespaces={["review", "question", "stage", "exercise"]}>
      <ThisBrowser userId={user.id} zone={user.zone} showsTimer={showsTimer} />
      <ReviewSession
        userId={user.id}
        zone={user.zone}
        first={head}
        showsTimer={showsTimer}
        brief={brief && { minutes: brief.minutes, leftMs: (brief.until ?? now) - now }}
      />
    </BothWords>
  );
}
