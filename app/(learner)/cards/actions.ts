"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getWords } from "@/app/_i18n/get-words";
import type { Reply } from "@/app/_shell/use-submit";
import { asId, type CardId } from "@/lib/core/ids";
import type { Person } from "@/lib/core/people/person";
import { setOrders } from "@/lib/core/study/review-set";
import { cardsFoundBy } from "@/lib/server/cards/browse-cards";
import { mostCards } from "@/lib/server/cards/find-own-cards";
import { resetCards } from "@/lib/server/cards/reset-cards";
import { mostDaysAhead, setDay } from "@/lib/server/cards/set-day";
import { suspendCards } from "@/lib/server/cards/suspend-cards";
import { longestTag, tagCards } from "@/lib/server/cards/tag-cards";
import { currentUser } from "@/lib/server/people/current-user";
import { beginSet } from "@/lib/server/study/begin-set";
import { readAddress } from "./search-address";

const changeForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["suspend", "unsuspend", "reset"]) }),
  z.object({ kind: z.literal("day"), days: z.number() }),
  z.object({ kind: z.enum(["tag", "untag"]), tag: z.string().max(200) }),
]);
const request = z.object({
  cards: z
    .array(z.string().max(300))
    .min(1)
    .max(mostCards + 1),
  change: changeForm,
});

export type CardChange = z.infer<typeof changeForm>;

/** What to tell: that it was done, or why nothing was. */
export interface ChangeReply {
  isDone: boolean;
  message: string;
}

/** Changes some of the learner's cards in one go, and shows the page they are on as it is now. */
export async function changeCards(cards: string[], change: CardChange): Promise<ChangeReply> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/cards");
  const t = await getWords("cards");
  const read = request.safeParse({ cards, change });
  if (!read.success) return { isDone: false, message: t("failed") };
  const outcome = await act(
    user,
    read.data.cards.map((card) => asId<CardId>(card)),
    read.data.change,
  );
  if (outcome.ok) {
    refresh();
    const count = outcome.value.changed;
    const tag = "tag" in outcome.value ? outcome.value.tag : "";
    return { isDone: true, message: count === 0 ? t("unchanged") : t(done[change.kind], { count, tag }) };
  }
  switch (outcome.error.kind) {
    case "not-found":
      return { isDone: false, message: t("notFound") };
    case "too-many":
      return { isDone: false, message: t("tooMany", { most: mostCards }) };
    case "day-unusable":
      return { isDone: false, message: t("dayUnusable", { most: mostDaysAhead }) };
    case "tag-unusable":
      return { isDone: false, message: t("tagUnusable", { most: longestTag }) };
  }
}

const setForm = z.object({
  cards: z.array(z.string().max(300)).max(mostCards),
  search: z.string().max(2_000),
  kind: z.enum(["cram", "review"]),
  order: z.enum(setOrders),
});

/** Begins a set with the chosen cards, or with all that the search finds, and goes to it. */
export async function beginReview(form: FormData): Promise<Reply> {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/cards");
  const t = await getWords("sets");
  const read = setForm.safeParse({
    cards: form.getAll("card"),
    search: form.get("search"),
    kind: form.get("kind"),
    order: form.get("order"),
  });
  if (!read.success) return { error: { field: "", message: t("failed") } };
  const { cards, search, kind, order } = read.data;
  const now = Date.now();
  const cardIds =
    cards.length > 0
      ? cards.map((card) => asId<CardId>(card))
      : await cardsFoundBy(user, readAddress(Object.fromEntries(new URLSearchParams(search))), now);
  const set = await beginSet(user, { cardIds, kind, order }, now);
  if (!set.ok) return { error: { field: "", message: t("empty") } };
  redirect(`/review/set/${set.value}`);
}

const done = {
  suspend: "doneSuspend",
  unsuspend: "doneUnsuspend",
  reset: "doneReset",
  day: "doneDay",
  tag: "doneTag",
  untag: "doneUntag",
} as const;

function act(user: Person, cards: CardId[], change: CardChange) {
  switch (change.kind) {
    case "suspend":
    case "unsuspend":
      return suspendCards(user, cards, change.kind === "suspend", Date.now());
    case "reset":
      return resetCards(user, cards, Date.now());
    case "day":
      return setDay(user, cards, change.days, Date.now());
    case "tag":
    case "untag":
      return tagCards(user, cards, { tag: change.tag, isAdded: change.kind === "tag" });
  }
}
