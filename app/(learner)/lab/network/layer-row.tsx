"use client";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { NetworkLayer } from "@/lib/core/compute/network-program";
import { conv, dense, pool } from "@/lib/core/lab/network-lab";
import { layerText } from "@/lib/core/questions/layer-text";
import { NumberBox } from "./number-box";

interface LayerRowProps {
  place: number;
  layer: NetworkLayer;
  isMisfit: boolean;
  onChange: (layer: NetworkLayer) => void;
  onRemove: (() => void) | null;
  onUp: (() => void) | null;
}
type Field = "filters" | "kernel" | "stride" | "padding" | "units";
const bounds: Record<Field, [least: number, most: number]> = {
  filters: [1, 4096],
  kernel: [1, 99],
  stride: [1, 99],
  padding: [0, 99],
  units: [1, 99_999],
};

/** The numbers of a layer that can be changed, and the layer with others. */
function numbersOf(layer: NetworkLayer): {
  values: Partial<Record<Field, number>>;
  make: (values: Record<Field, number>) => NetworkLayer;
} {
  switch (layer.type) {
    case "conv":
      return {
        values: {
          filters: layer.filters,
          kernel: layer.kernel[0],
          stride: layer.stride[0],
          padding: layer.pads[0],
        },
        make: ({ filters, kernel, stride, padding }) => conv(filters, kernel, stride, padding),
      };
    case "max-pool":
    case "average-pool":
      return {
        values: { kernel: layer.kernel[0], stride: layer.stride[0], padding: layer.pads[0] },
        make: ({ kernel, stride, padding }) => pool(layer.type, kernel, stride, padding),
      };
    case "dense":
      return { values: { units: layer.units }, make: ({ units }) => dense(units) };
    default:
      return { values: {}, make: () => layer };
  }
}

export function LayerRow({ place, layer, isMisfit, onChange, onRemove, onUp }: LayerRowProps) {
  const t = useWords("lab");
  const locale = useLanguage();
  const { values, make } = numbersOf(layer);
  const fields = Object.keys(values) as Field[];
  const name = layerText(layer)[locale];
  return (
    <fieldset className="lab-line" data-misfit={isMisfit || undefined}>
      <legend>
        {place + 1}.{" "}
        {t(
          `layer-${layer.type === "max-pool" || layer.type === "average-pool" ? layer.type : kindOf(layer)}`,
        )}
      </legend>
      <span className="lab-line-end">
        {onUp ? (
          <button
            type="button"
            className="btn btn-icon"
            aria-label={t("moveUp", { layer: name })}
            onClick={onUp}
          >
            ↑
          </button>
        ) : null}
        {onRemove ? (
          <button
            type="button"
            className="btn btn-icon"
            aria-label={t("remove", { layer: name })}
            onClick={onRemove}
          >
            <Icon name="close" size={16} />
          </button>
        ) : null}
      </span>
      {layer.type === "max-pool" || layer.type === "average-pool" ? (
        <button
          type="button"
          className="btn btn-quiet"
          onClick={() =>
            onChange({ ...layer, type: layer.type === "max-pool" ? "average-pool" : "max-pool" })
          }
        >
          {t(layer.type === "max-pool" ? "toAverage" : "toMax")}
        </button>
      ) : null}
      {fields.map((field) => (
        <NumberBox
          key={field}
          label={t(`field-${field}`)}
          value={values[field] ?? 0}
          least={bounds[field][0]}
          most={bounds[field][1]}
          onChange={(value) => onChange(make({ ...(values as Record<Field, number>), [field]: value }))}
        />
      ))}
    </fieldset>
  );
}
const kindOf = ({ type }: NetworkLayer): "conv" | "dense" | "flatten" =>
  type === "conv" || type === "dense" ? type : "flatten";
