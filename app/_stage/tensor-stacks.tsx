"use client";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { WeightsScene } from "@/lib/core/questions/scenes/network";

/** Units of the grid that a side of so many numbers is long: doubling the side adds one. */
const lengthOf = (numbers: number): number => 1 + Math.log2(Math.max(1, numbers));

/** The weights and biases of every layer as sheets, and under them a copy for each memory that the optimizer keeps. */
export function TensorStacks({ stacks }: { stacks: NonNullable<WeightsScene["stacks"]> }) {
  const t = useWords("stage");
  const { layers, kept, by } = stacks;
  const rows = [
    { name: t("weightsAndBiases"), isKept: false },
    ...kept.map((name) => ({ name, isKept: true })),
  ];
  const title = t("memoryBeside", { optimizer: by, count: kept.length });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keys
    <section className="wide" tabIndex={0} aria-label={title}>
      <table className="stacks">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {layers.map(({ inputs, units }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
              <th key={at} scope="col" className="num">
                {inputs} × {units} + {units}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, isKept }) => (
            <tr key={name} className={isKept ? "kept" : undefined}>
              <th scope="row">{name}</th>
              {layers.map(({ inputs, units, count }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
                <td key={at}>
                  <span
                    className="sheet"
                    style={{ "--across": lengthOf(units), "--up": lengthOf(inputs) } as CSSProperties}
                    aria-hidden="true"
                  >
                    <i className="matrix" />
                    <i className="biases" />
                  </span>
                  <span className="num small">{t("count", { count })}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{t("logSides")}</p>
    </section>
  );
}
