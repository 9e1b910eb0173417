"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { KernelsScene } from "@/lib/core/questions/scenes/convolution";
import type { Locale } from "@/lib/core/text";
import { MapGrid } from "./map-grid";

/** One image through every kernel that was offered. */
export function KernelsStage({ scene, locale }: { scene: KernelsScene; locale: Locale }) {
  const t = useWords("stage");
  return (
    <div className="maps">
      <MapGrid title={t("input")} label={t("input")} rows={scene.image} tone="input" />
      {scene.candidates.map(({ id, label, kernel, output, isRight }) => (
        <div className="group" key={id}>
          <h3 className="group-h">
            {label[locale]}{" "}
            {isRight ? (
              <span className="tag tag-pine">
                <Icon name="check" />
                {t("thisOne")}
              </span>
            ) : null}
          </h3>
          <MapGrid
            title={t("kernel")}
            label={`${label[locale]}: ${t("kernel")}`}
            rows={kernel}
            tone="kernel"
          />
          <MapGrid
            title={t("output")}
            label={`${label[locale]}: ${t("output")}`}
            rows={output}
            tone="output"
          />
        </div>
      ))}
    </div>
  );
}
