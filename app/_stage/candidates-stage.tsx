"use client";
import { useWords } from "@/app/_i18n/words-provider";
import { Icon } from "@/app/_ui/icon";
import type { CandidatesScene } from "@/lib/core/questions/scenes/convolution";
import "./maps.css";

/** Every value tried, the size it gave, and whether that is the one wanted. */
export function CandidatesStage({ scene }: { scene: CandidatesScene }) {
  const t = useWords("stage");
  return (
    <div className="wide">
      <table className="table">
        <caption className="small muted">{t("tried", { target: scene.target })}</caption>
        <thead>
          <tr>
            <th scope="col">{scene.unknown === "kernel" ? t("kernel") : scene.unknown}</th>
            <th scope="col" className="r">
              {t("output")}
            </th>
            <th scope="col">{t("reached")}</th>
          </tr>
        </thead>
        <tbody>
          {scene.candidates.map(({ value, output, isRight }) => (
            <tr key={value}>
              <th scope="row" className="num">
                {value}
              </th>
              <td className="r num">{output === null ? t("doesNotFit") : output}</td>
              <td>
                {isRight ? (
                  <span className="tag tag-pine">
                    <Icon name="check" />
                    {t("yes")}
                  </span>
                ) : (
                  t("no")
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
