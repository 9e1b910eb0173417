"use client";
import type { RefObject } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import type { NoteFace } from "@/lib/core/study/review-card";
import { inLocale } from "@/lib/core/text";

/** Where the card sits in the notes: the outline around it, and the cited lines as they are written. */
export function NotesMargin({
  face,
  details,
}: {
  face: NoteFace;
  details: RefObject<HTMLDetailsElement | null>;
}) {
  const t = useWords("review");
  const shown = inLocale(face.sides, useLanguage());
  if (!shown) return null;
  const { locale, value: side } = shown;
  const [from, to] = side.source.lines;
  return (
    <aside className="margin" aria-labelledby="where">
      <h2 id="where">{t("where")}</h2>
      <ul className="tree" lang={locale}>
        {side.outline.map((entry) => (
          <li
            key={`${entry.depth} ${entry.text}`}
            className={entry.isHere ? "here" : entry.depth <= 1 ? "root" : undefined}
            aria-current={entry.isHere ? "location" : undefined}
          >
            <span>{entry.text}</span>
            {entry.quote === undefined ? null : <q>{entry.quote}</q>}
          </li>
        ))}
      </ul>
      <details ref={details} className="source">
        <summary aria-keyshortcuts="n">
          {from === to ? t("openLines", { from }) : t("openRange", { from, to })}
        </summary>
        <ol lang={locale}>
          {side.source.text.map(({ line, text, isCited }) => (
            <li key={line} className={isCited ? "cited" : undefined}>
              <span className="num">{line}</span>
              {isCited ? <mark className="hl">{text.trim()}</mark> : <span>{text.trim()}</span>}
            </li>
          ))}
        </ol>
      </details>
    </aside>
  );
}
