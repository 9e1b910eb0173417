"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { minus } from "./map-grid";
import { productsAt, type Stop } from "./windows";

const factor = (value: number) => (value < 0 ? `(${minus(value)})` : minus(value));

interface ConvolutionSumProps {
  scene: ConvolutionScene;
  stop: Stop;
  isSpoken: boolean;
}

/** "출력[1, 2] = 3·1 + 0·0 + …": the products of this stop and their sum; of several channels, each channel's own first. */
export function ConvolutionSum({ scene, stop, isSpoken }: ConvolutionSumProps) {
  const t = useWords("stage");
  const channels = [scene, ...scene.otherChannels].map(({ input, kernel }) => {
    const products = productsAt({ ...scene, input, kernel, otherChannels: [] }, stop);
    return {
      terms: products.map(([value, weight]) => `${factor(value)}·${factor(weight)}`).join(" + "),
      sum: products.reduce((total, [value, weight]) => total + value * weight, 0),
    };
  });
  const parts =
    channels.length > 1 ? channels.map(({ sum }) => factor(sum)) : channels.map(({ terms }) => terms);
  const bias = scene.bias === 0 ? [] : [factor(scene.bias)];
  return (
    <div className="sum" aria-live={isSpoken ? "polite" : "off"}>
      {channels.length > 1
        ? channels.map(({ terms, sum }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: channels are told apart by their place alone
            <p key={at}>
              {t("channel", { at })}: {terms} = {minus(sum)}
            </p>
          ))
        : null}
      <p>
        <b>
          {t("output")}[{stop.row}, {stop.column}]
        </b>{" "}
        = {[...parts, ...bias].join(" + ")} = <b>{minus(scene.output[stop.row]?.[stop.column] ?? 0)}</b>
      </p>
    </div>
  );
}
