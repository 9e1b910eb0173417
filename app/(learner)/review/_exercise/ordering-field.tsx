"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Given, Option } from "@/lib/core/exercises/exercise";

interface OrderingProps {
  items: readonly Option[];
  given: Given | null;
  isOpen: boolean;
  onChange: (given: Given) => void;
}

/** Items in a column, each moved up or down by a button. */
export function OrderingField({ items, given, isOpen, onChange }: OrderingProps) {
  const t = useWords("exercise");
  const order = given?.kind === "ordering" ? given.order : items.map(({ id }) => id);
  const swap = (at: number, other: number) => {
    const next = [...order];
    [next[at], next[other]] = [next[other] ?? "", next[at] ?? ""];
    onChange({ kind: "ordering", order: next });
  };
  return (
    <ol className="ordering">
      {order.map((id, at) => {
        const text = items.find((item) => item.id === id)?.text ?? "";
        return (
          <li key={id}>
            <span>{text}</span>
            <button
              type="button"
              className="btn btn-icon"
              aria-label={t("up", { text })}
              disabled={!isOpen || at === 0}
              onClick={() => swap(at, at - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="btn btn-icon"
              aria-label={t("down", { text })}
              disabled={!isOpen || at === order.length - 1}
              onClick={() => swap(at, at + 1)}
            >
              ↓
            </button>
          </li>
        );
      })}
    </ol>
  );
}
