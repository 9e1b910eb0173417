import { getWords } from "@/app/_i18n/get-words";
import type { Today } from "@/lib/server/study/open-today";

const leastCells = 64;
const looks = { again: "k-re", hard: "k-rev", good: "k-rev", easy: "k-rev", none: "" } as const;

/** What was done today: a cell for each grade given, the last ones of a long day, empty ones to fill. */
export async function DayDone({ today }: { today: Today }) {
  const { doneGrades: grades, doneToday: count, doneAgain: again, doneYesterday: yesterday } = today;
  const t = await getWords("today");
  const cells = Array.from({ length: Math.max(leastCells, grades.length) }, (_, position) => ({
    position,
    kind: looks[grades[position] ?? "none"],
  }));
  return (
    <section className="card pad done" aria-labelledby="done">
      <div className="head">
        <h2 id="done">{t("done")}</h2>
        <p className="small muted">{t("yesterday", { count: yesterday })}</p>
      </div>
      <p className="done-count">
        <b className="num">{count}</b> {t("unit", { count })}
      </p>
      <div className="cells" role="img" aria-label={t("doneCells", { count, again })}>
        {cells.map(({ position, kind }) => (
          <i key={position} className={`cell ${kind}`} />
        ))}
      </div>
      <p className="cap">
        {count === 0 ? t("doneNone") : again === 0 ? t("doneClean") : t("doneAgain", { again })}{" "}
        {count > grades.length ? t("doneLast", { shown: grades.length }) : null}
      </p>
    </section>
  );
}
