"use client";
import dynamic from "next/dynamic";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask } from "@/lib/core/questions/family";
import type { Scene } from "@/lib/core/questions/scene";
import type { Locale } from "@/lib/core/text";

// Each picture is fetched when it is first drawn.
const ConvolutionStage = dynamic(() => import("./convolution-stage").then((part) => part.ConvolutionStage));
const RatesStage = dynamic(() => import("./rates-stage").then((part) => part.RatesStage));
const PoolingStage = dynamic(() => import("./pooling-stage").then((part) => part.PoolingStage));
const WeightsStage = dynamic(() => import("./weights-stage").then((part) => part.WeightsStage));
const NetworkStage = dynamic(() => import("./network-stage").then((part) => part.NetworkStage));
const InfluenceStage = dynamic(() => import("./influence-stage").then((part) => part.InfluenceStage));
const FieldStage = dynamic(() => import("./receptive-field-stage").then((part) => part.ReceptiveFieldStage));
const FlattenStage = dynamic(() => import("./flatten-stage").then((part) => part.FlattenStage));
const CandidatesStage = dynamic(() => import("./candidates-stage").then((part) => part.CandidatesStage));
const PaddingsStage = dynamic(() => import("./paddings-stage").then((part) => part.PaddingsStage));
const KernelsStage = dynamic(() => import("./kernels-stage").then((part) => part.KernelsStage));
const ShiftStage = dynamic(() => import("./shift-stage").then((part) => part.ShiftStage));
const PathsStage = dynamic(() => import("./paths-stage").then((part) => part.PathsStage));
const LinesStage = dynamic(() => import("./lines-stage").then((part) => part.LinesStage));
const ShuffleStage = dynamic(() => import("./shuffle-stage").then((part) => part.ShuffleStage));

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
    case "pooling":
      return <PoolingStage scene={scene} />;
    case "weights":
      return <WeightsStage scene={scene} locale={locale} />;
    case "network":
      return <NetworkStage scene={scene} locale={locale} />;
    case "influence":
      return <InfluenceStage scene={scene} />;
    case "receptive-field":
      return <FieldStage scene={scene} />;
    case "flatten":
      return <FlattenStage scene={scene} />;
    case "candidates":
      return <CandidatesStage scene={scene} />;
    case "paddings":
      return <PaddingsStage scene={scene} locale={locale} />;
    case "kernels":
      return <KernelsStage scene={scene} locale={locale} />;
    case "shift":
      return <ShiftStage scene={scene} locale={locale} />;
    case "paths":
      return <PathsStage scene={scene} locale={locale} />;
    case "lines":
      return <LinesStage scene={scene} locale={locale} />;
    case "shuffle":
      return <ShuffleStage scene={scene} />;
  }
}
