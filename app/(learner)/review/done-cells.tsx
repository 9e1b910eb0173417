import type { Grade } from "@/lib/core/schedule/memory";

/** The answers given, a cell for each: what the sentence above says in a number. */
export function DoneCells({ grades }: { grades: readonly Grade[] }) {
  const cells = grades.map((grade, position) => ({ position, look: grade === "again" ? "no" : "on" }));
  return (
    <div className="cells done-cells" aria-hidden="true">
      {cells.map(({ position, look }) => (
        <i key={position} className={`cell ${look}`} />
      ))}
    </div>
  );
}
