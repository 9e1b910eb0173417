"use client";
import { useRef } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { RunTag } from "@/app/_stage/run-tag";
import { SceneView } from "@/app/_stage/scene-view";
import { Note } from "@/app/_ui/note";
import {
  bounds,
  csvOfWindow,
  operations,
  programOfWindow,
  readWindowLab,
  sceneOfWindow,
  type WindowLab,
  writeWindowLab,
} from "@/lib/core/lab/window-lab";
import { LabExports } from "../lab-exports";
import { LabTitle } from "../lab-title";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";
import { ImageChooser } from "./image-chooser";
import { MapEditor } from "./map-editor";

const kernels = {
  edge: [
    [-1, 0, 1],
    [-1, 0, 1],
    [-1, 0, 1],
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0],
  ],
  sum: [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ],
};
const sliders = ["padding", "stride", "dilation", "bias"] as const;

/** One's own map under one's own kernel or pooling window; every change is computed at once. */
export function WindowDesk({ first }: { first: WindowLab }) {
  const t = useWords("lab");
  const locale = useLanguage();
  const [lab, put] = useLab(first, { read: readWindowLab, write: writeWindowLab });
  const picture = useRef<HTMLDivElement>(null);
  const { run, ran, failure } = useLabRun(lab, programOfWindow);
  const change = (changed: Partial<WindowLab>) => put({ ...lab, ...changed });
  const isConv = lab.operation === "conv";
  const scene = run && ran && sceneOfWindow(ran, run.output);
  return (
    <>
      <LabTitle lab="window" />
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("settings")}>
            <fieldset className="lab-ops">
              <legend className="vh">{t("operation")}</legend>
              {operations.map((operation) => (
                <label key={operation}>
                  <input
                    type="radio"
                    name="operation"
                    checked={lab.operation === operation}
                    onChange={() => change({ operation })}
                  />
                  <span>{t(`op-${operation}`)}</span>
                </label>
              ))}
            </fieldset>
            <MapEditor
              label={t("input")}
              rows={lab.input}
              most={bounds.input}
              onChange={(input) => change({ input })}
            />
            <ImageChooser side={lab.input.length} onChange={(input) => change({ input })} />
            <MapEditor
              label={t(isConv ? "kernel" : "poolWindow")}
              rows={lab.kernel}
              most={bounds.kernel}
              isSizeOnly={!isConv}
              onChange={(kernel) => change({ kernel })}
            />
            {isConv ? (
              <p className="lab-row">
                {(Object.keys(kernels) as (keyof typeof kernels)[]).map((name) => (
                  <button
                    type="button"
                    className="btn"
                    key={name}
                    onClick={() => change({ kernel: kernels[name] })}
                  >
                    {t(`kernel-${name}`)}
                  </button>
                ))}
              </p>
            ) : null}
            {sliders
              .filter((name) => isConv || name === "padding" || name === "stride")
              .map((name) => (
                <label className="slider" key={name}>
                  <span>{t(name)}</span>
                  <input
                    type="range"
                    min={bounds[name][0]}
                    max={bounds[name][1]}
                    value={lab[name]}
                    onChange={({ target }) => change({ [name]: Number(target.value) })}
                  />
                  <output>{lab[name]}</output>
                </label>
              ))}
          </section>
        </div>
        <section className="stage" aria-label={t("result")} data-engine={run?.engine}>
          <div className="st-h">
            <h2>{t("result")}</h2>
            {run && !failure ? (
              <span className="num small">
                {lab.input.length}×{lab.input[0]?.length} →{" "}
                {scene && "output" in scene ? `${scene.output.length}×${outputWidth(scene.output)}` : ""}
              </span>
            ) : null}
            {run && !failure ? <RunTag run={run} /> : null}
          </div>
          {failure ? (
            <div className="say">
              <Note pen="red">
                <p>{t(failure === "does-not-fit" ? "doesNotFit" : "paddingTooLarge")}</p>
              </Note>
            </div>
          ) : null}
          {scene && !failure ? (
            <div ref={picture}>
              <SceneView
                key={ran ? writeWindowLab(ran) : ""}
                scene={scene}
                given={null}
                ask={null}
                locale={locale}
              />
            </div>
          ) : null}
          <div className="pad">
            <LabExports
              name="epoch-window"
              csv={run && !failure ? () => csvOfWindow(run.output) : null}
              picture={picture}
              search={writeWindowLab(lab)}
            />
          </div>
        </section>
      </div>
    </>
  );
}
const outputWidth = (output: unknown): number =>
  Array.isArray(output) && Array.isArray(output[0]) ? output[0].length : 0;
