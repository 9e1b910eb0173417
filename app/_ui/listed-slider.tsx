interface ListedSliderProps {
  name: string;
  value: number;
  /** Ascending. */
  values: readonly number[];
  onChange: (value: number) => void;
}

/** A slider over a list of values; a value that is not among them has its own place. */
export function ListedSlider({ name, value, values, onChange }: ListedSliderProps) {
  const all = [...new Set([...values, value])].sort((one, other) => one - other);
  return (
    <label className="slider">
      <span>{name}</span>
      <input
        type="range"
        min={0}
        max={all.length - 1}
        value={all.indexOf(value)}
        aria-valuetext={String(value)}
        onChange={({ target }) => onChange(all[Number(target.value)] ?? value)}
      />
      <output>{value}</output>
    </label>
  );
}
