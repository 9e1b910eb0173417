import { getWords } from "@/app/_i18n/get-words";
import type { Grade } from "@/lib/core/schedule/memory";

const leastCells = 64;
const looks = { again: "k-re", hard: "k-rev", good: "k-rev", easy: "k-rev", none: "" } as const;

/** What was done today: a cell for each grade given, the last ones of a long day, empty ones to fill. */
export async function DayDone(props: { grades: readonly Grade[]; count: number; yesterday: number }) {
  const { grades, count, yesterday } = props;
  const t = await getWords("today");
  const again = grades.filter((grade) => grade === "again").length;
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
        {count === 0 ? t("doneNone") : again === 0 ? t("doneClean") : t("doneAgain", { again })}
      </p>
    </section>
  );
}
