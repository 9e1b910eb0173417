"use client";
import { useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { Given, Option } from "@/lib/core/exercises/exercise";

interface OrderingProps {
  items: readonly Option[];
  given: Given | null;
  isOpen: boolean;
  onChange: (given: Given) => void;
}

/** Items in a column, each moved up or down by a button, which keeps the focus and tells where the item is now. */
export function OrderingField({ items, given, isOpen, onChange }: OrderingProps) {
  const t = useWords("exercise");
  const order = given?.kind === "ordering" ? given.order : items.map(({ id }) => id);
  const [moved, setMoved] = useState("");
  const textOf = (id: string | undefined) => items.find((item) => item.id === id)?.text ?? "";
  const swap = (at: number, other: number) => {
    if (!isOpen || other < 0 || other >= order.length) return;
    const next = [...order];
    [next[at], next[other]] = [next[other] ?? "", next[at] ?? ""];
    onChange({ kind: "ordering", order: next });
    setMoved(t("moved", { text: textOf(order[at]), at: other + 1, count: order.length }));
  };
  return (
    <>
      <ol className="ordering">
        {order.map((id, at) => {
          const text = textOf(id);
          return (
            <li key={id}>
              <span>{text}</span>
              <button
                type="button"
                className="btn btn-icon"
                aria-label={t("up", { text })}
                aria-disabled={!isOpen || at === 0}
                onClick={() => swap(at, at - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="btn btn-icon"
                aria-label={t("down", { text })}
                aria-disabled={!isOpen || at === order.length - 1}
                onClick={() => swap(at, at + 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ol>
      <p className="vh" role="status">
        {moved}
      </p>
    </>
  );
}
