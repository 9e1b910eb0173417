import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { formatDay } from "@/app/_i18n/format-day";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { cardStates, dueSpans } from "@/lib/core/study/search-cards";
import { inLocale } from "@/lib/core/text";
import { type BrowsedCard, browseCards } from "@/lib/server/cards/browse-cards";
import { currentUser } from "@/lib/server/people/current-user";
import { CardList, type CardRow } from "./card-list";
import { type AddressedSearch, type AddressParams, queryOf, readAddress } from "./search-address";
import { SearchForm } from "./search-form";
import { stateWord } from "./state-word";
import "./cards.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("cards"))("title") };
}

const problemWord = {
  concept: "badConcept",
  state: "badState",
  due: "badDue",
  tag: "badTag",
} as const;
const dueWord = { overdue: "dueOverdue", today: "dueToday", week: "dueWeek" } as const;

export default async function CardsPage({ searchParams }: { searchParams: Promise<AddressParams> }) {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/cards");
  const search = readAddress(await searchParams);
  const [{ choices, found }, locale, t] = await Promise.all([
    browseCards(user, search, Date.now()),
    getLocale(),
    getWords("cards"),
  ]);
  const options = {
    concept: choices.concepts.map(({ id, name }) => ({ value: id, name: name[locale] })),
    state: cardStates.map((state) => ({ value: state, name: t(stateWord[state]) })),
    due: dueSpans.map((due) => ({ value: due, name: t(dueWord[due]) })),
    tag: choices.tags.map((tag) => ({ value: tag, name: tag })),
  };
  const rowOf = (card: BrowsedCard): CardRow => {
    const shown = inLocale(card.words, locale);
    const day = card.due && formatDay(card.due.at, locale, user.zone);
    return {
      cardId: card.cardId,
      href: `/cards/${encodeURIComponent(card.cardId)}${queryOf(search)}`,
      front: shown?.value.front ?? card.cardId,
      back: shown?.value.back ?? "",
      locale: shown?.locale ?? locale,
      concept: card.conceptName[locale],
      state: t(stateWord[card.state]),
      isSuspended: card.state === "suspended",
      isComputed: card.isComputed,
      due: day && { overdue: t("overdue", { day }), today: t("today"), later: day }[card.due?.day ?? "later"],
      recall: card.recall,
      tags: card.tags,
    };
  };
  const page = found.ok ? found.value : null;
  const problem = found.ok ? null : t(problemWord[found.error.filter], { given: found.error.given });
  return (
    <Frame name={user.name} place="cards">
      <Words namespaces={["cards", "sets"]}>
        <div className="cards-page">
          <div className="head">
            <h1>{t("title")}</h1>
            <p className="soft" role="status">
              {page && t.rich("found", { count: page.total, b: (digits) => <b className="num">{digits}</b> })}
              {page && page.total < choices.all && (
                <span className="muted small"> {t("ofAll", { count: choices.all })}</span>
              )}
              {problem && <span className="vh">{problem}</span>}
            </p>
          </div>
          <SearchForm search={search} options={options} problem={problem} />
          {page && (
            <section className="card results" aria-label={t("list")}>
              <CardList
                key={queryOf(search)}
                rows={page.cards.map(rowOf)}
                tags={choices.tags}
                search={search}
                total={page.total}
              />
              {page.total === 0 && (
                <div className="none graph">
                  <p>{t(choices.all === 0 ? "noCards" : "nothing")}</p>
                  {choices.all > 0 && (
                    <Link className="btn" href="/cards">
                      {t("clear")}
                    </Link>
                  )}
                </div>
              )}
              {page.pages > 1 && <Pages search={search} page={page.page} pages={page.pages} />}
            </section>
          )}
        </div>
      </Words>
    </Frame>
  );
}

async function Pages({ search, page, pages }: { search: AddressedSearch; page: number; pages: number }) {
  const t = await getWords("cards");
  const to = (target: number) => `/cards${queryOf({ ...search, page: target })}`;
  return (
    <nav className="pages" aria-label={t("pages")}>
      {page > 1 && (
        <Link className="btn" href={to(page - 1)}>
          {t("previous")}
        </Link>
      )}
      <span className="small soft">{t("page", { page, pages })}</span>
      {page < pages && (
        <Link className="btn" href={to(page + 1)}>
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
