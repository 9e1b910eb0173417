"use client";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import { Button } from "@/app/_ui/button";
import { Meter } from "@/app/_ui/meter";
import type { Locale } from "@/lib/core/text";
import { ChangeNote } from "./change-note";
import { DayDialog } from "./day-dialog";
import { ResetDialog } from "./reset-dialog";
import { ReviewDialog } from "./review-dialog";
import type { AddressedSearch } from "./search-address";
import { TagDialog } from "./tag-dialog";
import { useChange } from "./use-change";

/** A card as one row says it, in the language of the page where the card has it. */
export interface CardRow {
  cardId: string;
  href: string;
  front: string;
  back: string;
  locale: Locale;
  concept: string;
  state: string;
  isSuspended: boolean;
  isComputed: boolean;
  due: string | null;
  recall: number | null;
  tags: string[];
}

interface CardListProps {
  rows: CardRow[];
  tags: string[];
  /** What these cards were found by, and how many were on all pages. */
  search: AddressedSearch;
  total: number;
}

/** The cards of one page, with what can be done to those that are chosen; what was done is told when none is left, too. */
export function CardList({ rows, tags, search, total }: CardListProps) {
  const t = useWords("cards");
  const sets = useWords("sets");
  const { send, reply, isBusy } = useChange();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState<"day" | "reset" | "tag" | "review" | null>(null);
  const ids = rows.map(({ cardId }) => cardId).filter((cardId) => chosen.has(cardId));
  const count = ids.length;
  const choose = (cardIds: readonly string[], isChosen: boolean) => {
    const next = new Set(ids);
    for (const cardId of cardIds) isChosen ? next.add(cardId) : next.delete(cardId);
    setChosen(next);
  };
  const act = (kind: "suspend" | "unsuspend" | "reset") => send(ids, { kind });
  const off = { disabled: count === 0, "aria-disabled": isBusy };
  return (
    <>
      <div className="bulk">
        {rows.length > 0 && (
          <>
            <AllBox
              count={count}
              of={rows.length}
              onAll={(isChosen) =>
                choose(
                  rows.map(({ cardId }) => cardId),
                  isChosen,
                )
              }
            />
            <fieldset className={count === 0 ? "bulk-acts idle" : "bulk-acts"} aria-label={t("changes")}>
              <span className="small soft" aria-live="polite">
                {count > 0 && t("selected", { count })}
              </span>
              <Button {...off} onClick={() => act("suspend")}>
                {t("suspend")}
              </Button>
              <Button {...off} onClick={() => act("unsuspend")}>
                {t("unsuspend")}
              </Button>
              <Button {...off} aria-haspopup="dialog" onClick={() => setAsks("day")}>
                {t("setDay")}
              </Button>
              <Button {...off} aria-haspopup="dialog" onClick={() => setAsks("reset")}>
                {t("reset")}
              </Button>
              <Button {...off} aria-haspopup="dialog" onClick={() => setAsks("tag")}>
                {t("editTags")}
              </Button>
            </fieldset>
            <Button aria-haspopup="dialog" onClick={() => setAsks("review")}>
              {sets("begin")}
            </Button>
          </>
        )}
        <ChangeNote reply={reply} />
      </div>
      {rows.length > 0 && (
        <table className="table card-table" aria-label={t("list")}>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t("choose")}</span>
              </th>
              <th scope="col">{t("card")}</th>
              <th scope="col" className="only-wide">
                {t("concept")}
              </th>
              <th scope="col" className="only-wide">
                {t("state")}
              </th>
              <th scope="col" className="only-wide">
                {t("due")}
              </th>
              <th scope="col" className="only-wide">
                {t("recall")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.cardId}
                row={row}
                isChosen={chosen.has(row.cardId)}
                onChoose={(isChosen) => choose([row.cardId], isChosen)}
              />
            ))}
          </tbody>
        </table>
      )}
      <ReviewDialog
        isOpen={asks === "review"}
        chosen={ids}
        search={search}
        total={total}
        onClose={() => setAsks(null)}
      />
      <DayDialog
        count={asks === "day" ? count : null}
        onSet={(days) => send(ids, { kind: "day", days })}
        onClose={() => setAsks(null)}
      />
      <ResetDialog
        count={asks === "reset" ? count : null}
        onReset={() => act("reset")}
        onClose={() => setAsks(null)}
      />
      <TagDialog
        count={asks === "tag" ? count : null}
        tags={tags}
        onTag={(tag, isAdded) => send(ids, { kind: isAdded ? "tag" : "untag", tag })}
        onClose={() => setAsks(null)}
      />
    </>
  );
}

function AllBox(props: { count: number; of: number; onAll: (isChosen: boolean) => void }) {
  const t = useWords("cards");
  const ref = useRef<HTMLInputElement>(null);
  const isAll = props.count === props.of;
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = props.count > 0 && !isAll;
  });
  return (
    <label className="check">
      <input ref={ref} type="checkbox" checked={isAll} onChange={() => props.onAll(!isAll)} />
      {t("selectAll")}
    </label>
  );
}

function Row(props: { row: CardRow; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  const t = useWords("cards");
  const { row, isChosen } = props;
  const percent = row.recall === null ? null : `${Math.round(row.recall * 100)}%`;
  return (
    <tr aria-selected={isChosen}>
      <td>
        <label className="check">
          <input
            type="checkbox"
            checked={isChosen}
            onChange={(event) => props.onChoose(event.target.checked)}
          />
          <span className="vh">{row.front}</span>
        </label>
      </td>
      <td className="words">
        <Link href={row.href} lang={row.locale}>
          {row.front}
        </Link>
        <p className="small soft cut" lang={row.locale}>
          {row.back}
        </p>
        <p className="row-tags">
          {row.isComputed && <span className="tag tag-pine">{t("skill")}</span>}
          {row.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        </p>
        <p className="only-narrow tiny soft">{[row.state, row.due, percent].filter(Boolean).join(" · ")}</p>
      </td>
      <td className="only-wide">{row.concept}</td>
      <td className="only-wide">
        <span className={row.isSuspended ? "tag tag-mark" : undefined}>{row.state}</span>
      </td>
      <td className="only-wide">{row.due ?? "–"}</td>
      <td className="only-wide recall">
        {row.recall === null ? (
          "–"
        ) : (
          <>
            <Meter share={row.recall} /> <span className="num">{percent}</span>
          </>
        )}
      </td>
    </tr>
  );
}
