"use client";
import { useEffect, useState } from "react";
import { readRate } from "@/lib/core/lab/race-lab";

interface RateFieldProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** A learning rate to type; what is no rate stays in the field, is marked, and changes nothing. */
export function RateField({ label, value, onChange }: RateFieldProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText((typed) => (readRate(typed) === value ? typed : String(value))), [value]);
  return (
    <input
      className="input race-rate"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={readRate(text) === null}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const rate = readRate(target.value);
        if (rate !== null) onChange(rate);
      }}
    />
  );
}
