"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { Exercise, Judged } from "@/lib/core/exercises/exercise";

const headings = { right: "right", partly: "partly", wrong: "wrong", unreadable: "wrong" } as const;

/** What was right, part by part in the form to learn, and for a choice what the other options are. */
export function Verdict({ judged, exercise }: { judged: Judged; exercise: Exercise }) {
  const t = useWords("exercise");
  const options = exercise.kind === "choice" ? exercise.options : [];
  const terms = exercise.kind === "matching" ? exercise.terms : [];
  const isRight = judged.verdict === "right";
  return (
    <div className="judged" id="verdict">
      <div className={`note ${isRight ? "note-ok" : "note-red"}`}>
        <Icon name={isRight ? "check" : "warning"} />
        <div>
          <p>
            <b>{t(headings[judged.verdict])}</b>
          </p>
          <ul>
            {judged.parts.map(({ given, isRight: isPartRight, canonical, note }, at) => (
              <li key={`${given} ${canonical}`}>
                {terms[at] ? <b>{terms[at].text}: </b> : null}
                {isPartRight ? (
                  <>
                    {canonical}
                    {note ? <span className="small"> {t(note, { given })}</span> : null}
                  </>
                ) : (
                  <>
                    {given === "" ? <span className="small">{t("leftOut")}</span> : <del>{given}</del>}{" "}
                    {canonical}
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {judged.feedback ? (
        <ul className="small soft others">
          {options
            .filter(({ id }) => judged.feedback?.[id] !== undefined)
            .map(({ id, text }) => (
              <li key={id}>
                <b>{text}</b>: {judged.feedback?.[id]}
              </li>
            ))}
        </ul>
      ) : null}
    </div>
  );
}
