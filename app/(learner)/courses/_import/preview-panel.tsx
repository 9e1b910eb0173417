"use client";
import type { ReactNode } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import type { ChangeKind, Preview } from "@/lib/core/notes/import-preview";

interface PanelProps {
  preview: Preview | null;
  takeNotes: readonly string[];
  onChoose: (id: string, isNotes: boolean) => void;
  onLine: (file: string, line: number) => void;
  act: ReactNode;
}

const kinds: ChangeKind[] = ["added", "edited", "moved", "split", "merged", "retired"];

/** What the notes would become: changes and collisions first, then cards, concepts and remarks. */
export function PreviewPanel({ preview, takeNotes, onChoose, onLine, act }: PanelProps) {
  const t = useWords("courses");
  return (
    <section className="card pad import-preview" aria-live="polite" aria-labelledby="preview">
      <h2 id="preview">{preview ? t("previewTitle", { title: preview.title }) : t("preview")}</h2>
      {preview ? (
        <>
          <p className="soft small">{t("found", preview.counts)}</p>
          <Changes changes={preview.changes} onLine={onLine} />
          <Conflicts conflicts={preview.conflicts} takeNotes={takeNotes} onChoose={onChoose} />
          <p>{act}</p>
          <Remarks preview={preview} onLine={onLine} />
          <Found preview={preview} onLine={onLine} />
        </>
      ) : (
        <p className="soft">{t("previewEmpty")}</p>
      )}
    </section>
  );
}

interface Linked {
  onLine: (file: string, line: number) => void;
}

function LineButton({ file, line, onLine }: Linked & { file: string; line: number }) {
  const t = useWords("courses");
  return (
    <button type="button" className="line-button num" onClick={() => onLine(file, line)}>
      {t("fileLine", { file, line })}
    </button>
  );
}

function Changes({ changes, onLine }: Linked & { changes: Preview["changes"] }) {
  const t = useWords("courses");
  if (!changes) return null;
  return (
    <div className="changes">
      <h3>{t("changes")}</h3>
      <p className="small">{t("kept", { count: changes.kept })}</p>
      {kinds
        .filter((kind) => changes.counts[kind] > 0)
        .map((kind) => (
          <details key={kind} open={changes.counts[kind] <= 12}>
            <summary>{t(kind, { count: changes.counts[kind] })}</summary>
            <ul>
              {changes.lists[kind].map(({ id, from, to }) => (
                <li key={id}>
                  {from.map(({ file, line, text }) => (
                    <del key={`${file}:${line}`}>{text}</del>
                  ))}
                  {to.map(({ file, line, text }) => (
                    <ins key={`${file}:${line}`}>
                      {text} <LineButton file={file} line={line} onLine={onLine} />
                    </ins>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function Conflicts({
  conflicts,
  takeNotes,
  onChoose,
}: Pick<PanelProps, "takeNotes" | "onChoose"> & Pick<Preview, "conflicts">) {
  const t = useWords("courses");
  if (conflicts.length === 0) return null;
  return (
    <div className="changes">
      <h3>{t("conflicts")}</h3>
      {conflicts.map(({ id, locale, mine, notes }) => (
        <fieldset key={`${id} ${locale}`} className="conflict" lang={locale}>
          <legend>{mine.front}</legend>
          {([false, true] as const).map((isNotes) => (
            <label key={String(isNotes)} className="check">
              <input
                type="radio"
                name={`${id} ${locale}`}
                checked={takeNotes.includes(id) === isNotes}
                onChange={() => onChoose(id, isNotes)}
              />
              <span>
                <b>{t(isNotes ? "takeNotes" : "keepMine")}</b> {isNotes ? notes.back : mine.back}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function Remarks({ preview, onLine }: Linked & { preview: Preview }) {
  const t = useWords("courses");
  if (preview.warnings.length === 0) return null;
  return (
    <details open={preview.counts.warnings <= 12}>
      <summary>
        {t("warnings")} <span className="num">{preview.counts.warnings}</span>
      </summary>
      <ul className="remarks">
        {preview.warnings.map(({ file, line, code, message }) => (
          <li key={`${file}:${line}:${code}:${message}`}>
            <LineButton file={file} line={line} onLine={onLine} /> {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Found({ preview, onLine }: Linked & { preview: Preview }) {
  const t = useWords("courses");
  const language = useLanguage();
  const nameOf = ({ id, names }: Preview["concepts"][number]) =>
    names[language] ?? names.ko ?? names.en ?? names.abbr ?? id;
  return (
    <div className="found" lang={preview.locale}>
      {preview.counts.cards > preview.cards.length ? (
        <p className="small soft">{t("more", { count: preview.cards.length })}</p>
      ) : null}
      {preview.concepts.map((concept) => {
        const cards = preview.cards.filter((card) => card.concept === concept.id);
        return cards.length === 0 ? null : (
          <section key={concept.id}>
            <h3>{nameOf(concept)}</h3>
            <ul>
              {cards.map(({ front, back, file, line }) => (
                <li key={`${file}:${line}:${front}`}>
                  <p>{front}</p>
                  <p className="soft">{back}</p>
                  <LineButton file={file} line={line} onLine={onLine} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
