import { getWords } from "@/app/_i18n/get-words";
import type { Grade } from "@/lib/core/schedule/memory";

const leastCells = 20;

/** What was done today: a cell for each grade given, the last ones of a long day, empty ones to fill. */
export async function DayDone(props: { grades: readonly Grade[]; count: number; yesterday: number }) {
  const { grades, count, yesterday } = props;
  const t = await getWords("today");
  const again = grades.filter((grade) => grade === "again").length;
  const empty = Math.max(0, leastCells - grades.length);
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
        {[...grades, ...Array.from({ length: empty }, () => null)].map((grade, position) => (
          // The position is what a cell is.
          <i
            key={`cell ${position + 1}`}
            className={grade === null ? "cell" : grade === "again" ? "cell k-re" : "cell k-rev"}
          />
        ))}
      </div>
      <p className="cap">
        {count === 0 ? t("doneNone") : again === 0 ? t("doneClean") : t("doneAgain", { again })}
      </p>
    </section>
  );
}
