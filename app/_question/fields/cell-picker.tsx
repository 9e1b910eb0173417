"use client";
import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { Cell } from "@/lib/core/questions/answer-form";
import { readCells } from "@/lib/core/questions/read-tables";
import type { FieldProps } from "./field-props";

const same = (one: Cell, other: Cell) => one[0] === other[0] && one[1] === other[1];
const moves: Record<string, Cell> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A map whose cells are turned on and off, by click, tap, or arrows and Space. */
export function CellPicker({ form, locale, text, truth, onText }: FieldProps<"cells">) {
  const t = useWords("question");
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<Cell>([0, 0]);
  const chosen = text === "" ? [] : (readCells(text, form) ?? []);
  const right = truth?.kind === "cells" ? truth.cells : null;

  const toggle = (cell: Cell) => {
    const next = chosen.some((one) => same(one, cell))
      ? chosen.filter((one) => !same(one, cell))
      : [...chosen, cell];
    onText(next.map((one) => one.join(",")).join(";"));
  };
  const move = (event: KeyboardEvent, [row, column]: Cell) => {
    const [down, across] = moves[event.key] ?? [0, 0];
    const to: Cell = [row + down, column + across];
    const button = table.current?.rows[to[0]]?.cells[to[1]]?.querySelector("button");
    if ((down === 0 && across === 0) || !button) return;
    event.preventDefault();
    setFocused(to);
    button.focus();
  };
  const stateOf = (cell: Cell) => {
    const isChosen = chosen.some((one) => same(one, cell));
    if (right === null) return isChosen ? "picked" : "";
    const isRight = right.some((one) => same(one, cell));
    return isChosen ? (isRight ? "hit" : "extra") : isRight ? "missed" : "";
  };
  const words = {
    picked: t("cellPicked"),
    hit: t("cellHit"),
    extra: t("cellExtra"),
    missed: t("cellMissed"),
    "": "",
  };
  const places = Array.from({ length: form.rows }, (_, row) =>
    Array.from({ length: form.columns }, (_, column): Cell => [row, column]),
  );
  return (
    <table
      className="map map-pick"
      ref={table}
      style={{ "--n": form.columns } as CSSProperties}
      aria-label={form.label[locale]}
    >
      <tbody>
        {places.map((row) => (
          <tr key={row[0]?.[0]}>
            {row.map((cell) => {
              const state = stateOf(cell);
              return (
                <td key={cell[1]}>
                  <button
                    type="button"
                    className={state}
                    aria-pressed={chosen.some((one) => same(one, cell))}
                    aria-label={[t("cellAt", { row: cell[0], column: cell[1] }), words[state]]
                      .filter(Boolean)
                      .join(", ")}
                    tabIndex={same(cell, focused) ? 0 : -1}
                    disabled={truth !== null}
                    onFocus={() => setFocused(cell)}
                    onKeyDown={(event) => move(event, cell)}
                    onClick={() => toggle(cell)}
                  >
                    {state === "hit"
                      ? "✓"
                      : state === "extra"
                        ? "✗"
                        : state === "missed"
                          ? "○"
                          : state === "picked"
                            ? "■"
                            : ""}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
