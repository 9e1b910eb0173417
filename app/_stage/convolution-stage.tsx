"use client";
import { useWords } from "@/app/_i18n/words-provider";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { ConvolutionScene } from "@/lib/core/questions/scenes/convolution";
import { ConvolutionGrids } from "./convolution-grids";
import { ConvolutionRuler } from "./convolution-ruler";
import { isDrawn } from "./windows";

/** The run of one convolution: grids where they can be read, a ruler where not, and the formula with its numbers. */
export function ConvolutionStage({ scene, given }: { scene: ConvolutionScene; given: Truth | null }) {
  const predicted = given?.kind === "shape" ? given.sizes : null;
  return (
    <>
      {isDrawn(scene) ? (
        <ConvolutionGrids scene={scene} predicted={predicted} />
      ) : (
        <ConvolutionRuler scene={scene} />
      )}
      {scene.formula.length > 0 ? <Formula scene={scene} /> : null}
    </>
  );
}

function Formula({ scene }: { scene: ConvolutionScene }) {
  const t = useWords("question");
  return (
    <div className="fx">
      <p className="num">
        {scene.formula.map(({ text, role }) =>
          role === "plain" ? (
            <span key={`${role} ${text}`}>{text}</span>
          ) : (
            <u key={`${role} ${text}`} className={`u-${role}`}>
              {text}
            </u>
          ),
        )}
      </p>
      <p className="cap">{scene.shape[2] > 1 ? t("channels", { count: scene.shape[2] }) : null}</p>
    </div>
  );
}
