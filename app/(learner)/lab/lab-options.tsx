interface LabOptionsProps<Value extends string> {
  /** Name of the group of radio buttons, and its legend. */
  name: string;
  legend: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, side by side. */
export function LabOptions<Value extends string>({
  name,
  legend,
  value,
  options,
  onChange,
}: LabOptionsProps<Value>) {
  return (
    <fieldset className="lab-ops">
      <legend className="small soft">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
