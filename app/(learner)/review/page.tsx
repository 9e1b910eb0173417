import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { rulesOf } from "@/lib/core/people/person";
import { currentUser } from "@/lib/server/people/current-user";
import { openQueue } from "@/lib/server/study/open-queue";
import { ReviewSession } from "./review-session";
import "@/app/_ui/styles/review-frame.css";
import "./review.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("review"))("title") };
}

/** A short session: 1 to 120 minutes; anything else is a whole one. */
function minutesIn(wished: string | string[] | undefined): number | null {
  const minutes = Number(wished);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= 120 ? minutes : null;
}

export default async function ReviewPage({ searchParams }: PageProps<"/review">) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const head = await openQueue(user, Date.now());
  return (
    <Words namespaces={["review", "question", "stage", "exercise"]}>
      <ReviewSession
        userId={user.id}
        zone={user.zone}
        first={head}
        showsTimer={rulesOf(user).showsTimer}
        minutes={minutesIn((await searchParams).minutes)}
      />
    </Words>
  );
}
