"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ReceptiveFieldScene } from "@/lib/core/questions/scenes/influence";
import "./maps.css";

const row = 54;
const width = 640;
const left = 70;

/** The cone from one output cell back to the input, along one axis, and its numbers as a table. */
export function ReceptiveFieldStage({ scene }: { scene: ReceptiveFieldScene }) {
  const t = useWords("stage");
  const { levels } = scene;
  const top = [...levels].reverse();
  const most = Math.max(...levels.map(({ size }) => size));
  const cell = Math.min(26, (width - left) / most);
  const start = (size: number) => left + (width - left - size * cell) / 2;
  const spanOf = ({ size, span: [from, to] }: (typeof levels)[number]) =>
    [start(size) + from * cell, start(size) + (to + 1) * cell] as const;
  const nameOf = (level: number) => (level === 0 ? t("input") : t("afterLayer", { at: level }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reachable by key
    <section className="wide" aria-label={t("cone")} tabIndex={0}>
      <svg className="cone" viewBox={`0 0 ${width} ${levels.length * row}`} aria-hidden="true">
        {top.slice(0, -1).map((level, at) => {
          const below = top[at + 1];
          if (!below) return null;
          const [[a, b], [c, d]] = [spanOf(level), spanOf(below)];
          const [from, to] = [at * row + 22, (at + 1) * row + 6];
          return (
            <path
              key={nameOf(levels.length - 1 - at)}
              className="fan"
              d={`M${a} ${from}H${b}L${d} ${to}H${c}Z`}
            />
          );
        })}
        {top.map(({ size, span }, at) => (
          <g key={nameOf(levels.length - 1 - at)} transform={`translate(0 ${at * row + 6})`}>
            <text x="0" y="13">
              {nameOf(levels.length - 1 - at)}
            </text>
            {Array.from({ length: size }, (_, place) => place).map((place) => (
              <rect
                key={place}
                className={place >= span[0] && place <= span[1] ? "cell on" : "cell"}
                x={start(size) + place * cell}
                width={cell}
                height="16"
              />
            ))}
          </g>
        ))}
      </svg>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("layer")}</th>
            <th scope="col">{t("window")}</th>
            <th scope="col" className="r">
              {t("field")}
            </th>
            <th scope="col" className="r">
              {t("jump")}
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ field, jump }, level) => {
            const layer = scene.layers[level - 1];
            return (
              <tr key={nameOf(level)}>
                <th scope="row">{nameOf(level)}</th>
                <td className="num">{layer ? `${layer.kernel[0]}, stride ${layer.stride[0]}` : "–"}</td>
                <td className="r num">{field}</td>
                <td className="r num">{jump}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
