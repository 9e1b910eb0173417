"use client";
import { useEffect, useState } from "react";

interface LabSeedProps {
  name: string;
  value: number;
  bounds: readonly [least: number, most: number];
  onChange: (seed: number) => void;
}

/** A seed to type; what is none stays in the field, is marked, and changes nothing. */
export function LabSeed({ name, value, bounds, onChange }: LabSeedProps) {
  const [text, setText] = useState(String(value));
  const read = (typed: string): number | null => {
    const seed = Number(typed.normalize("NFKC").trim() || Number.NaN);
    return Number.isInteger(seed) && seed >= bounds[0] && seed <= bounds[1] ? seed : null;
  };
  useEffect(() => setText((typed) => (Number(typed) === value ? typed : String(value))), [value]);
  return (
    <label className="slider lab-seed">
      <span>{name}</span>
      <input
        className="input"
        inputMode="numeric"
        aria-invalid={read(text) === null}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          const seed = read(target.value);
          if (seed !== null) onChange(seed);
        }}
      />
    </label>
  );
}
