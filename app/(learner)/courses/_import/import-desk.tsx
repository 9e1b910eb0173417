"use client";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Field, SelectField } from "@/app/_ui/field";
import { Note } from "@/app/_ui/note";
import { PreviewPanel } from "./preview-panel";
import { type ImportProps, useImport } from "./use-import";

/** Notes on the left, what becomes of them on the right; nothing is stored before the last button. */
export function ImportDesk(props: ImportProps) {
  const t = useWords("courses");
  const router = useRouter();
  const desk = useImport(props);
  const names = Object.keys(desk.texts);
  const [chosen, setChosen] = useState<string | null>(null);
  const name = chosen !== null && names.includes(chosen) ? chosen : (names[0] ?? "");
  const editor = useRef<HTMLTextAreaElement>(null);
  const upload = useId();

  /** Puts the cursor on a line of the notes. */
  const goTo = (file: string, line: number) => {
    if (!names.includes(file)) return;
    setChosen(file);
    const text = desk.texts[file] ?? "";
    const before = text
      .split("\n")
      .slice(0, line - 1)
      .join("\n");
    const from = before.length + (line > 1 ? 1 : 0);
    const end = text.indexOf("\n", from);
    requestAnimationFrame(() => {
      const area = editor.current;
      if (!area) return;
      area.focus();
      area.setSelectionRange(from, end < 0 ? text.length : end);
      area.scrollTop = (area.scrollHeight * (line - 4)) / Math.max(1, text.split("\n").length);
    });
  };
  const store = async () => {
    const courseId = await desk.store();
    if (courseId === null) return;
    router.push(`/courses/${courseId}`);
    router.refresh();
  };
  const { error } = desk;
  const sentence = error === null ? null : error === "unreachable" ? t("failed") : error.message;
  const about =
    error !== null && error !== "unreachable" ? [error.file, error.detail].filter(Boolean).join(": ") : "";

  return (
    <div className="import">
      <section className="card pad import-notes">
        {names.length > 1 ? (
          <SelectField label={t("fileName")} value={name} onChange={(event) => setChosen(event.target.value)}>
            {names.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </SelectField>
        ) : null}
        <Field label={t("notes")} hint={t("notesHint")}>
          {(tied) => (
            <textarea
              {...tied}
              ref={editor}
              className="input import-text"
              rows={18}
              spellCheck={false}
              value={desk.texts[name] ?? ""}
              onChange={(event) => desk.write(name, event.target.value)}
            />
          )}
        </Field>
        <div className="field">
          <label htmlFor={upload}>{t("upload")}</label>
          <input
            id={upload}
            type="file"
            multiple
            accept=".md,.zip,.json"
            aria-describedby={`${upload}-hint`}
            onChange={(event) => {
              if (event.target.files) void desk.add(event.target.files);
              event.target.value = "";
            }}
          />
          <p className="hint" id={`${upload}-hint`}>
            {t("uploadHint")}
          </p>
        </div>
        {desk.archives.length > 0 ? (
          <p className="small">
            {t("archives", { count: desk.archives.length })}{" "}
            <Button look="quiet" onClick={desk.removeArchives}>
              {t("removeFiles")}
            </Button>
          </p>
        ) : null}
        {sentence ? (
          <Note pen="red">
            {sentence}
            {about ? <span className="num"> {about}</span> : null}
          </Note>
        ) : null}
        <div>
          <Button
            look={desk.preview ? "plain" : "primary"}
            aria-disabled={desk.isBusy}
            onClick={() => (desk.isBusy ? undefined : void desk.show())}
          >
            {t(desk.isBusy ? "working" : "preview")}
          </Button>
        </div>
      </section>
      <PreviewPanel
        preview={desk.preview}
        takeNotes={desk.takeNotes}
        onChoose={desk.choose}
        onLine={goTo}
        act={
          <Button
            look="primary"
            aria-disabled={desk.isBusy}
            onClick={() => (desk.isBusy ? undefined : void store())}
          >
            {t(props.courseId === null ? "makeCourse" : "apply")}
          </Button>
        }
      />
    </div>
  );
}
