"use client";
import { useRef } from "react";
import { useLanguage, useWords } from "@/app/_i18n/words-provider";
import { NetworkStage } from "@/app/_stage/network-stage";
import { RunTag } from "@/app/_stage/run-tag";
import { Note } from "@/app/_ui/note";
import type { NetworkLayer } from "@/lib/core/compute/network-program";
import {
  conv,
  csvOfNetwork,
  dense,
  firstMisfit,
  mostLayers,
  type NetworkLab,
  pool,
  presets,
  readNetworkLab,
  sceneOfNetwork,
  writeNetworkLab,
} from "@/lib/core/lab/network-lab";
import { layerText } from "@/lib/core/questions/layer-text";
import { LabExports } from "../lab-exports";
import { LabTitle } from "../lab-title";
import { useLab } from "../use-lab";
import { useLabRun } from "../use-lab-run";
import { LayerRow } from "./layer-row";
import { NumberBox } from "./number-box";

const presetNames = { "lenet-5": "LeNet-5", alexnet: "AlexNet", "vgg-16": "VGG-16" } as const;
const fresh: { name: "addConv" | "addPool" | "addFlatten" | "addDense"; layer: NetworkLayer }[] = [
  { name: "addConv", layer: conv(8, 3, 1, 1) },
  { name: "addPool", layer: pool("max-pool", 2, 2) },
  { name: "addFlatten", layer: { type: "flatten" } },
  { name: "addDense", layer: dense(10) },
];
const axes = ["height", "width", "channels"] as const;

/** A network built layer by layer: shapes, parameters and receptive field follow every change. */
export function NetworkDesk({ first }: { first: NetworkLab }) {
  const t = useWords("lab");
  const locale = useLanguage();
  const [lab, put] = useLab(first, { read: readNetworkLab, write: writeNetworkLab });
  const picture = useRef<HTMLDivElement>(null);
  const { run, failure } = useLabRun(lab, (built) => ({ kind: "network", ...built }));
  const { input, layers } = lab;
  const withLayers = (next: NetworkLayer[]) => put({ ...lab, layers: next });
  const misfit = failure ? firstMisfit(lab) : -1;
  const failing = layers[misfit];
  const output =
    run?.output.kind === "network" && run.output.layers.length === layers.length ? run.output : null;
  const scene = output && !failure ? sceneOfNetwork(lab, output) : null;
  return (
    <>
      <LabTitle lab="network" />
      <p className="lab-row">
        {(Object.keys(presets) as (keyof typeof presets)[]).map((name) => (
          <button type="button" className="btn" key={name} onClick={() => put(presets[name])}>
            {presetNames[name]}
          </button>
        ))}
      </p>
      <div className="work lab-work">
        <div className="left">
          <section className="card pad lab-panel" aria-label={t("layers")}>
            <fieldset className="lab-line">
              <legend>{t("input")}</legend>
              {axes.map((axis, at) => (
                <NumberBox
                  key={axis}
                  label={t(axis)}
                  value={input[at] ?? 1}
                  least={1}
                  most={1024}
                  onChange={(value) =>
                    put({
                      ...lab,
                      input: input.map((side, each) => (each === at ? value : side)) as NetworkLab["input"],
                    })
                  }
                />
              ))}
            </fieldset>
            {layers.map((layer, at) => (
              <LayerRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place in the network
                key={at}
                place={at}
                layer={layer}
                isMisfit={at === misfit}
                onChange={(changed) =>
                  withLayers(layers.map((each, place) => (place === at ? changed : each)))
                }
                onRemove={
                  layers.length > 1 ? () => withLayers(layers.filter((_, place) => place !== at)) : null
                }
                onUp={at > 0 ? () => withLayers(swapped(layers, at)) : null}
              />
            ))}
            <p className="lab-row">
              {fresh.map(({ name, layer }) => (
                <button
                  type="button"
                  className="btn"
                  key={name}
                  disabled={layers.length >= mostLayers}
                  onClick={() => withLayers([...layers, layer])}
                >
                  {t(name)}
                </button>
              ))}
            </p>
          </section>
        </div>
        <section className="stage" aria-label={t("result")} data-engine={run?.engine}>
          <div className="st-h">
            <h2>{t("result")}</h2>
            {output && !failure ? (
              <span className="num" role="status">
                {t("totalParams", { total: output.totalParams })}
              </span>
            ) : null}
            {run && output && !failure ? <RunTag run={run} /> : null}
          </div>
          {failing ? (
            <div className="say">
              <Note pen="red">
                <p>{t("layerMisfit", { at: misfit + 1, layer: layerText(failing)[locale] })}</p>
              </Note>
            </div>
          ) : null}
          {scene ? (
            <div ref={picture}>
              <NetworkStage scene={scene} locale={locale} />
            </div>
          ) : null}
          <div className="pad">
            <LabExports
              name="epoch-network"
              csv={scene ? () => csvOfNetwork(scene) : null}
              picture={picture}
              search={writeNetworkLab(lab)}
            />
          </div>
        </section>
      </div>
    </>
  );
}

const swapped = (layers: readonly NetworkLayer[], at: number): NetworkLayer[] => {
  const next = [...layers];
  const [moved] = next.splice(at, 1);
  if (moved) next.splice(at - 1, 0, moved);
  return next;
};
