"use client";
import type { CSSProperties } from "react";
import { useWords } from "@/app/_i18n/words-provider";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { ConvolutionSum } from "./convolution-sum";
import { minus } from "./map-grid";
import { OtherChannels } from "./other-channels";
import { Playback, usePlayback } from "./playback";
import "./grids.css";
import { isUnder, padded, placed, reach, type Stop, stopAt } from "./windows";

const columns = (count: number): CSSProperties => ({ "--n": count }) as CSSProperties;

interface Step {
  scene: ConvolutionScene;
  stop: Stop;
}

/** Input with its padding ring, kernel and output; the kernel slides, the cell it fills lights up. */
export function ConvolutionGrids({
  scene,
  predicted,
}: {
  scene: ConvolutionScene;
  predicted: number[] | null;
}) {
  const t = useWords("question");
  const [height, width] = scene.shape;
  const { focus } = scene;
  const playback = usePlayback(height * width, focus ? focus[0] * width + focus[1] : 0);
  const stop = stopAt(scene, playback.at);
  return (
    <>
      <div className="st-b">
        <InputGrid scene={scene} stop={stop} />
        <div className="side">
          <KernelGrid scene={scene} />
          <OutputGrid scene={scene} stop={stop} predicted={predicted} />
        </div>
      </div>
      {scene.otherChannels.length > 0 ? <OtherChannels scene={scene} stop={stop} /> : null}
      <ConvolutionSum scene={scene} stop={stop} isSpoken={!playback.isPlaying} />
      <Playback playback={playback} label={t("kernelPosition")} />
    </>
  );
}

function InputGrid({ scene, stop }: Step) {
  const t = useWords("question");
  const channel = useWords("stage");
  const cells = padded(scene);
  const [top, bottom, left] = scene.pads;
  const width = cells[0]?.length ?? 0;
  const rows = reach(scene.kernel.length, scene.dilation[0]);
  const across = reach(scene.kernel[0]?.length ?? 0, scene.dilation[1]);
  const size = `${cells.length}×${width}`;
  const frame = {
    width: `calc(var(--k) * ${across})`,
    height: `calc(var(--k) * ${rows})`,
    transform: `translate(calc(var(--k) * ${stop.left}), calc(var(--k) * ${stop.top}))`,
  };
  return (
    <div className="grid-in" style={columns(width)}>
      <p className="mt">
        <i className="key-input" />
        {scene.otherChannels.length > 0 ? `${channel("channel", { at: 0 })}: ` : null}
        {top > 0 ? t("inputPadded") : t("input")}{" "}
        <span>{top > 0 ? `${scene.input.length} + ${top} + ${bottom} = ${cells.length}` : size}</span>
      </p>
      <div className="mx" role="img" aria-label={t("inputLabel", { size, padding: left })}>
        {placed(cells)
          .flat()
          .map(({ row, column, value: { value, isPadding } }) => (
            <i
              key={`${row} ${column}`}
              className={isUnder(scene, stop, row, column) ? "in" : isPadding ? "p" : undefined}
            >
              {minus(value)}
            </i>
          ))}
        <div className="kr" style={frame} />
      </div>
      <div className="pos" aria-hidden="true">
        {Array.from({ length: scene.shape[1] }, (_, at) => at).map((at) => (
          <b
            key={at}
            className={at === stop.column ? "cur" : undefined}
            style={{ gridColumn: `${at * scene.stride[1] + 1} / span ${Math.min(scene.stride[1], across)}` }}
          >
            {at + 1}
          </b>
        ))}
      </div>
    </div>
  );
}

function KernelGrid({ scene }: { scene: ConvolutionScene }) {
  const t = useWords("question");
  const width = scene.kernel[0]?.length ?? 0;
  const size = `${scene.kernel.length}×${width}`;
  const rows = scene.kernel.map((row) => row.map(minus).join(" ")).join(", ");
  return (
    <div className="grid-k" style={columns(width)}>
      <p className="mt">
        <i className="key-kernel" />
        {t("kernel")} <span>{size}</span>
      </p>
      <div className="mx mxk" role="img" aria-label={t("kernelLabel", { size, rows })}>
        {placed(scene.kernel)
          .flat()
          .map(({ row, column, value }) => (
            <i key={`${row} ${column}`}>{minus(value)}</i>
          ))}
      </div>
    </div>
  );
}

function OutputGrid({ scene, stop, predicted }: Step & { predicted: number[] | null }) {
  const t = useWords("question");
  const [height, width] = scene.shape;
  const at = stop.row * width + stop.column;
  const [mineHigh = 0, mineWide = 0] = predicted ?? [];
  const isWrong = predicted !== null && (mineHigh !== height || mineWide !== width);
  const isShown = isWrong && mineHigh >= 1 && mineWide >= 1 && mineHigh <= 12 && mineWide <= 12;
  const mine = { width: `calc(var(--k) * ${mineWide} + 5px)`, height: `calc(var(--k) * ${mineHigh} + 5px)` };
  const room = isShown ? Math.max(width, mineWide) : width;
  return (
    <div className="grid-out" style={columns(room)}>
      <p className="mt">
        <i className="key-output" />
        {t("output")}{" "}
        <span>
          {height}×{width}
        </span>
      </p>
      <div
        className="mx-room"
        style={isShown ? { minHeight: `calc(var(--k) * ${Math.max(height, mineHigh)})` } : undefined}
      >
        <table
          className="mx mxo"
          style={{ gridTemplateColumns: `repeat(${width}, var(--k))` }}
          aria-label={t("outputLabel")}
        >
          <tbody>
            {placed(scene.output).map((cells) => (
              <tr key={cells[0]?.row}>
                {cells.map(({ row, column, value }) => {
                  const place = row * width + column;
                  return (
                    <td key={column} className={place === at ? "on cur" : place < at ? "on" : undefined}>
                      <span className={place > at ? "vh" : undefined}>{minus(value)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {isShown ? <div className="mine" style={mine} /> : null}
      </div>
      {isWrong ? <p className="minel">{t("mine", { size: `${mineHigh}×${mineWide}` })}</p> : null}
    </div>
  );
}
