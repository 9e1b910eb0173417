"use client";
import { useEffect, useState } from "react";

interface NumberBoxProps {
  label: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A whole number to type; what lies outside its bounds stays in the field and changes nothing. */
export function NumberBox({ label, value, least, most, onChange }: NumberBoxProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const read = (typed: string): number | null => {
    const number = Number(typed.normalize("NFKC").trim() || Number.NaN);
    return Number.isInteger(number) && number >= least && number <= most ? number : null;
  };
  return (
    <label className="number-box">
      <span className="small">{label}</span>
      <input
        className="input"
        inputMode="numeric"
        value={text}
        aria-invalid={read(text) === null}
        onChange={({ target }) => {
          setText(target.value);
          const number = read(target.value);
          if (number !== null) onChange(number);
        }}
      />
    </label>
  );
}
