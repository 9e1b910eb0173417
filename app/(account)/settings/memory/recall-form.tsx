"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { saveRecall } from "./actions";
import { minutesText, percentText } from "./figures";
import { MovesDays } from "./moves-days";
import { type WorkloadPoint, workloadAt } from "./workload-at";
import { WorkloadPlot } from "./workload-plot";

interface RecallFormProps {
  course: { id: string; title: string; retention: number | null; workload: WorkloadPoint[] };
  usual: number;
  /** In whole percent. */
  bounds: { least: number; most: number };
  days: number;
  /** The numbers of the plot as a table and as a file. */
  numbers: ReactNode;
}

/** The desired recall of one course: what it would cost is seen before it is saved. */
export function RecallForm({ course, usual, bounds, days, numbers }: RecallFormProps) {
  const t = useWords("memory");
  const router = useRouter();
  const [percent, setPercent] = useState(Math.round((course.retention ?? usual) * 100));
  const { submit, isBusy, errorOf, done } = useSubmit(async (form) => {
    const reply = await saveRecall(form);
    if (reply.retention !== undefined) setPercent(Math.round(reply.retention * 100));
    router.refresh();
    return reply;
  }, t("failed"));
  const chosen = workloadAt(course.workload, percent / 100);
  const { minutesPerDay, remembered } = chosen;
  const failed = errorOf("");
  const cost =
    remembered === null
      ? t("costNone", { days })
      : t("cost", {
          days,
          recall: percentText(percent / 100),
          minutes: minutesText(minutesPerDay),
          remembered: percentText(remembered),
        });
  return (
    <form
      className="card pad"
      method="post"
      onSubmit={submit}
      aria-label={t("recallOf", { course: course.title })}
    >
      <h3>{course.title}</h3>
      <input type="hidden" name="course" value={course.id} />
      <Field label={t("recall")}>
        {(tied) => (
          <div className="recall-row">
            <input
              {...tied}
              type="range"
              name="percent"
              min={bounds.least}
              max={bounds.most}
              value={percent}
              aria-valuetext={percentText(percent / 100)}
              onChange={({ target }) => setPercent(Number(target.value))}
            />
            <output className="num" htmlFor={tied.id}>
              {percentText(percent / 100)}
            </output>
          </div>
        )}
      </Field>
      <p className="told">{cost}</p>
      {remembered === null ? null : (
        <div>
          <WorkloadPlot points={course.workload} chosen={chosen} />
          {numbers}
        </div>
      )}
      <MovesDays />
      {failed && <Note pen="red">{failed}</Note>}
      {done && <Note pen="ok">{done}</Note>}
      <div className="settings-row">
        <Button type="submit" look="primary" aria-disabled={isBusy}>
          {t("save")}
        </Button>
        {course.retention === null ? null : (
          <Button type="submit" name="usual" value="yes" aria-disabled={isBusy}>
            {t("toUsual", { recall: percentText(usual) })}
          </Button>
        )}
      </div>
    </form>
  );
}
