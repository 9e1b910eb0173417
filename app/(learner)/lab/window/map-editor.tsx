"use client";
import { type CSSProperties, useState } from "react";
import { useWords } from "@/app/_i18n/words-provider";

interface MapEditorProps {
  label: string;
  rows: readonly (readonly number[])[];
  /** Most cells a side. */
  most: number;
  /** Where only the size matters the cells are not shown. */
  isSizeOnly?: boolean;
  onChange: (rows: number[][]) => void;
}
const brush = 9;

/** A map of numbers to type into, to draw on, and to make larger or smaller. */
export function MapEditor({ label, rows, most, isSizeOnly = false, onChange }: MapEditorProps) {
  const t = useWords("lab");
  const [isDrawing, setDrawing] = useState(false);
  const side = rows.length;
  const put = (row: number, column: number, value: number) =>
    onChange(
      rows.map((line, at) => line.map((cell, along) => (at === row && along === column ? value : cell))),
    );
  const resize = (next: number) =>
    onChange(
      Array.from({ length: next }, (_, row) =>
        Array.from({ length: next }, (_, column) => rows[row]?.[column] ?? 0),
      ),
    );
  const draw = (row: number, column: number, buttons: number) => {
    if (isDrawing && buttons === 1) put(row, column, brush);
  };
  return (
    <fieldset className="map-editor">
      <legend>{label}</legend>
      <label className="slider">
        <span>{t("side")}</span>
        <input
          type="range"
          min={1}
          max={most}
          value={side}
          onChange={({ target }) => resize(Number(target.value))}
        />
        <output>
          {side}×{rows[0]?.length}
        </output>
      </label>
      {isSizeOnly ? null : (
        <>
          <div className="map-cells" style={{ "--n": rows[0]?.length ?? 1 } as CSSProperties}>
            {rows.map((line, row) =>
              line.map((value, column) => (
                <input
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                  key={`${row} ${column}`}
                  className={isDrawing ? "drawing" : undefined}
                  inputMode="numeric"
                  aria-label={t("cell", { label, row, column })}
                  value={value}
                  onPointerDown={() => draw(row, column, 1)}
                  onPointerEnter={({ buttons }) => draw(row, column, buttons)}
                  onChange={({ target }) => put(row, column, numberIn(target.value))}
                />
              )),
            )}
          </div>
          <p className="lab-row">
            <button
              type="button"
              className="btn"
              aria-pressed={isDrawing}
              onClick={() => setDrawing(!isDrawing)}
            >
              {t("draw")}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => onChange(rows.map((line) => line.map(() => 0)))}
            >
              {t("clear")}
            </button>
          </p>
        </>
      )}
    </fieldset>
  );
}

/** Up to two digits and a sign, full-width ones too; anything else is 0. */
function numberIn(text: string): number {
  const plain = text
    .normalize("NFKC")
    .replace("−", "-")
    .replace(/[^-\d]/g, "");
  const value = Number(/-?\d{1,2}(?!\d)/.exec(plain)?.[0] ?? 0);
  return Number.isInteger(value) ? value : 0;
}
