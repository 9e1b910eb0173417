import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getWords } from "@/app/_i18n/get-words";
import { BothWords } from "@/app/_i18n/words";
import { ThisBrowser } from "@/app/_shell/this-browser";
import { asId, type SetId } from "@/lib/core/ids";
import { rulesOf } from "@/lib/core/people/person";
import { currentUser } from "@/lib/server/people/current-user";
import { findOwnSet } from "@/lib/server/study/load-set";
import { openSet } from "@/lib/server/study/open-set";
import { ReviewSession } from "../../review-session";
import "@/app/_ui/styles/review-frame.css";
import "../../review.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("sets"))("title") };
}

/** A set in review: the same page as the day's, with another queue. */
export default async function SetPage({ params }: { params: Promise<{ set: string }> }) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const set = await findOwnSet(user, asId<SetId>((await params).set));
  if (!set) notFound();
  const head = await openSet(user, set, Date.now());
  const { showsTimer } = rulesOf(user);
  return (
    <BothWords namespaces={["review", "question", "stage", "exercise", "sets"]}>
      <ThisBrowser userId={user.id} zone={user.zone} showsTimer={showsTimer} />
      <ReviewSession
        userId={user.id}
        zone={user.zone}
        first={head}
        set={{ id: set.id, kind: set.kind }}
        showsTimer={showsTimer}
      />
    </BothWords>
  );
}
