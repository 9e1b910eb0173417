import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Words } from "@/app/_i18n/words";
import { Frame } from "@/app/_shell/frame";
import { asId, type CardId } from "@/lib/core/ids";
import { inLocale, type Locale } from "@/lib/core/text";
import { type CardDetails, openCard } from "@/lib/server/cards/open-card";
import { currentUser } from "@/lib/server/people/current-user";
import { type AddressParams, queryOf, readAddress } from "../search-address";
import { CardControls } from "./card-controls";
import { CardHistory } from "./card-history";
import { CardMemory } from "./card-memory";
import { CardWords } from "./card-words";
import { ReportCard } from "./report-card";
import "../cards.css";
import "./card.css";

interface Props {
  params: Promise<{ card: string }>;
  searchParams: Promise<AddressParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("cards"))("card") };
}

export default async function CardPage({ params, searchParams }: Props) {
  const user = await currentUser();
  if (!user) redirect("/sign-in?to=/cards");
  const now = Date.now();
  const opened = await openCard(user, asId<CardId>(decodeURIComponent((await params).card)), now);
  if (!opened.ok) notFound();
  const card = opened.value;
  const [locale, t, review] = await Promise.all([getLocale(), getWords("cards"), getWords("review")]);
  const { front, path, language } = titleOf(card, locale);
  return (
    <Frame name={user.name} place="cards">
      <Words namespaces={["cards"]}>
        <div className="card-page">
          <div className="card-head">
            <Link className="back" href={`/cards${queryOf(readAddress(await searchParams))}`}>
              ← {t("back")}
            </Link>
            <p className="small soft" lang={language}>
              {[card.courseTitle, ...path].join(" › ")}
            </p>
            <h1 lang={language}>{front}</h1>
          </div>
          <div className="card-main">
            <CardWords face={card.face} locale={locale} />
            <CardHistory history={card.history} locale={locale} zone={user.zone} />
          </div>
          <div className="card-aside">
            <CardMemory card={card} now={now} locale={locale} />
            <CardControls
              cardId={card.cardId}
              isSuspended={card.state === "suspended"}
              isNew={card.memory === null}
              tags={card.tags}
            />
            <ReportCard
              cardId={card.cardId}
              words={{ title: review("report"), text: review("reportText"), send: review("reportSend") }}
            />
          </div>
        </div>
      </Words>
    </Frame>
  );
}

function titleOf({ face, cardId }: CardDetails, locale: Locale) {
  if (face.kind === "skill") return { front: face.title[locale], path: [], language: locale };
  const shown = inLocale(face.sides, locale);
  return {
    front: shown?.value.front ?? cardId,
    path: shown?.value.path ?? [],
    language: shown?.locale ?? locale,
  };
}
