"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { MapGrid, WindowFrame } from "./map-grid";
import { isUnder, padded, reach, type Stop } from "./windows";

/** Input channels after the first under the same window, each with its own slice of the kernel. */
export function OtherChannels({ scene, stop }: { scene: ConvolutionScene; stop: Stop }) {
  const t = useWords("stage");
  const { kernel, dilation, pads, otherChannels } = scene;
  const size = [reach(kernel.length, dilation[0]), reach(kernel[0]?.length ?? 0, dilation[1])] as const;
  return (
    <div className="maps">
      {otherChannels.map((channel, at) => {
        const name = t("channel", { at: at + 1 });
        const cells = padded({ input: channel.input, pads });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: channels are told apart by their place alone
          <div className="group" key={at}>
            <MapGrid
              title={`${name}: ${t(pads.some((pad) => pad > 0) ? "paddedInput" : "input")}`}
              label={`${name}: ${t("input")}`}
              rows={cells.map((row) => row.map(({ value }) => value))}
              tone="input"
              mark={(row, column) =>
                isUnder(scene, stop, row, column) ? "in" : cells[row]?.[column]?.isPadding ? "p" : undefined
              }
            >
              <WindowFrame size={size} at={[stop.top, stop.left]} />
            </MapGrid>
            <MapGrid
              title={t("kernel")}
              label={`${name}: ${t("kernel")}`}
              rows={channel.kernel}
              tone="kernel"
            />
          </div>
        );
      })}
    </div>
  );
}
