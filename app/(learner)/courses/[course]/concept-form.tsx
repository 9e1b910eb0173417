"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { useSubmit } from "@/app/_shell/use-submit";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import type { Concept } from "@/lib/core/notes/course";
import { changeConcept } from "../actions";
import { OnDemand } from "./rework-forms";

interface ConceptFormProps {
  courseId: string;
  concept: { id: string; names: Concept["names"]; parent: string | null };
  /** Every other concept of the course, to stand below. */
  others: { id: string; name: string }[];
}

/** Names of a concept and its place in the tree; opened on demand, so that a long course stays light. */
export function ConceptForm(props: ConceptFormProps) {
  const t = useWords("courses");
  return (
    <OnDemand summary={t("editConcept")}>
      <NamesForm {...props} />
    </OnDemand>
  );
}

function NamesForm({ courseId, concept, others }: ConceptFormProps) {
  const t = useWords("courses");
  const { submit, isBusy, errorOf, done } = useSubmit(changeConcept, t("failed"));
  const failed = errorOf("");
  return (
    <form className="course-form" onSubmit={submit} method="post">
      <p className="small soft">{t("editConceptAbout")}</p>
      <input type="hidden" name="course" value={courseId} />
      <input type="hidden" name="concept" value={concept.id} />
      {(["ko", "en", "abbr"] as const).map((key) => (
        <Field key={key} label={t(`name-${key}`)} error={key === "ko" ? errorOf("ko") : null}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              name={key}
              defaultValue={concept.names[key] ?? ""}
              maxLength={100}
            />
          )}
        </Field>
      ))}
      <Field label={t("parentConcept")} error={errorOf("parent")}>
        {(tied) => (
          <select {...tied} className="input" name="parent" defaultValue={concept.parent ?? ""}>
            <option value="">{t("noParent")}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {failed ? <Note pen="red">{failed}</Note> : null}
      {done ? <Note pen="ok">{done}</Note> : null}
      <div>
        <Button type="submit" look="primary" aria-disabled={isBusy}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
