import { getWords } from "@/app/_i18n/get-words";
import { Button } from "@/app/_ui/button";
import type { Today } from "@/lib/server/study/open-today";
import { sortBacklog } from "./actions";

/** More waits than a day takes: nothing is lost, and the order that wastes least is offered. */
export async function Backlog({ backlog }: { backlog: Today["backlog"] }) {
  const t = await getWords("today");
  return (
    <section className="card pad" aria-labelledby="backlog">
      <h2 id="backlog">{t("backlog", { count: backlog.left })}</h2>
      <p className="soft small">{t(backlog.canSort ? "backlogAbout" : "backlogSorted")}</p>
      {backlog.canSort ? (
        <form action={sortBacklog}>
          <Button type="submit">{t("backlogSort")}</Button>
        </form>
      ) : null}
    </section>
  );
}
