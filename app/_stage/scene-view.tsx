"use client";
import dynamic from "next/dynamic";
import type { Truth } from "@/lib/core/questions/answer-form";
import type { Ask } from "@/lib/core/questions/family";
import type { Scene } from "@/lib/core/questions/scene";
import type { Locale } from "@/lib/core/text";
import { loadScene } from "./scene-parts";

const ConvolutionStage = dynamic(() => loadScene.convolution().then((part) => part.ConvolutionStage));
const RatesStage = dynamic(() => loadScene["effective-rates"]().then((part) => part.RatesStage));
const PoolingStage = dynamic(() => loadScene.pooling().then((part) => part.PoolingStage));
const WeightsStage = dynamic(() => loadScene.weights().then((part) => part.WeightsStage));
const NetworkStage = dynamic(() => loadScene.network().then((part) => part.NetworkStage));
const InfluenceStage = dynamic(() => loadScene.influence().then((part) => part.InfluenceStage));
const FieldStage = dynamic(() => loadScene["receptive-field"]().then((part) => part.ReceptiveFieldStage));
const FlattenStage = dynamic(() => loadScene.flatten().then((part) => part.FlattenStage));
const CandidatesStage = dynamic(() => loadScene.candidates().then((part) => part.CandidatesStage));
const PaddingsStage = dynamic(() => loadScene.paddings().then((part) => part.PaddingsStage));
const KernelsStage = dynamic(() => loadScene.kernels().then((part) => part.KernelsStage));
const ShiftStage = dynamic(() => loadScene.shift().then((part) => part.ShiftStage));
const PathsStage = dynamic(() => loadScene.paths().then((part) => part.PathsStage));
const LinesStage = dynamic(() => loadScene.lines().then((part) => part.LinesStage));
const ShuffleStage = dynamic(() => loadScene.shuffle().then((part) => part.ShuffleStage));

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
