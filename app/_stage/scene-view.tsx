"use client";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask } from "@/lib/core/questions/family";
import type { Scene } from "@/lib/core/questions/scene";
import type { Locale } from "@/lib/core/text";
import { ConvolutionStage } from "./convolution-stage";
import { RatesStage } from "./rates-stage";

interface SceneViewProps {
  scene: Scene;
  /** What the learner predicted; null where nothing was asked. */
  given: Truth | null;
  ask: Ask | null;
  locale: Locale;
}

/** The picture of a scene. */
export function SceneView({ scene, given, ask, locale }: SceneViewProps) {
  switch (scene.kind) {
    case "convolution":
      return <ConvolutionStage scene={scene} given={given} />;
    case "effective-rates":
      return <RatesStage scene={scene} given={given} ask={ask} locale={locale} />;
    default:
      return null;
  }
}
