import type { Metadata } from "next";
import { getWords } from "@/app/_i18n/get-words";
import { BothWords } from "@/app/_i18n/words";
import { OfflineReview } from "../offline-review";
import "@/app/_ui/styles/review-frame.css";
import "../review.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("review"))("title") };
}

/** The review without a server. A browser keeps this page, so it holds nothing of anybody: the cards come from the browser. */
export default function OfflinePage() {
  return (
    <BothWords namespaces={["review", "question", "stage", "exercise"]}>
      <OfflineReview />
    </BothWords>
  );
}
