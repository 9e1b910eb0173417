import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "@/app/_i18n/get-locale";
import { getWords } from "@/app/_i18n/get-words";
import { Frame } from "@/app/_shell/frame";
import { currentUser } from "@/lib/server/people/current-user";
import { openConcepts } from "@/lib/server/study/open-concepts";
import { type Address, readAddress, writeAddress } from "./address";
import { ConceptPanel } from "./concept-panel";
import { Legend } from "./legend";
import { ListView } from "./list-view";
import { MapView } from "./map-view";
import { figuresIn } from "./shown-figures";
import { ViewSwitch } from "./view-switch";
import "./concepts.css";

interface ConceptsProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("concepts"))("title") };
}

export default async function ConceptsPage({ searchParams }: ConceptsProps) {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  const now = Date.now();
  const [address, locale, t] = await Promise.all([
    searchParams.then(readAddress),
    getLocale(),
    getWords("concepts"),
  ]);
  const [{ courses, chosen }, figures] = await Promise.all([
    openConcepts(user, locale, now, address),
    figuresIn(user, now),
  ]);
  const keys = [{ keys: ["←", "→", "↑", "↓"], does: t("keyMove") }];
  const count = courses.reduce((sum, { concepts }) => sum + concepts.length, 0);
  const change = (changed: Partial<Address>) => writeAddress({ ...address, ...changed });
  const addressIn = (course: string) => (concept: string) =>
    change({ concept, course: courses.length > 1 ? course : null });
  return (
    <Frame name={user.name} place="concepts" keys={keys}>
      <div className="concepts-lead">
        <div>
          <h1>{t("title")}</h1>
          <p className="soft small">{count === 0 ? t("none") : t("about", { count })}</p>
        </div>
        <div className="concepts-lead-end">
          {address.view === "list" ? null : <Legend isAlways={address.view === "map"} />}
          <ViewSwitch address={address} />
        </div>
      </div>
      <div className={`concepts see-${address.view ?? "either"}`}>
        <div className="concept-views">
          {courses.map((course) => {
            const shared = {
              course,
              chosen: chosen?.courseId === course.id ? chosen.id : null,
              figures,
              addressOf: addressIn(course.id),
            };
            return (
              <div key={course.id} className="concept-view">
                {courses.length > 1 ? <p className="course">{course.title}</p> : null}
                {address.view === "map" ? null : (
                  <ListView
                    {...shared}
                    sort={address.sort}
                    sortedBy={(sort) => change({ view: "list", sort })}
                  />
                )}
                {address.view === "list" ? null : <MapView {...shared} />}
              </div>
            );
          })}
        </div>
        {chosen ? (
          <ConceptPanel
            concept={chosen}
            shown={figures(chosen)}
            isWished={chosen.id === address.concept}
            addressOf={addressIn(chosen.courseId)}
            hasList={address.view !== "map"}
          />
        ) : null}
      </div>
    </Frame>
  );
}
