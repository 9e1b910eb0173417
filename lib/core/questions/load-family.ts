/** Loads one family when its question comes up, so that no page carries the others. */
import type { AnyFamily } from "./registry";

const loaders: Record<string, () => Promise<unknown>> = {
  "dense-param-count": () => import("./families/dense-param-count").then((file) => file.denseParamCount),
  "flatten-length-index": () =>
    import("./families/flatten-length-index").then((file) => file.flattenLengthIndex),
  "conv-output-size": () => import("./families/conv-output-size").then((file) => file.convOutputSize),
  "pool-params-effect": () => import("./families/pool-params-effect").then((file) => file.poolParamsEffect),
  "cnn-shape-trace": () => import("./families/cnn-shape-trace").then((file) => file.cnnShapeTrace),
  "conv-cell-value": () => import("./families/conv-cell-value").then((file) => file.convCellValue),
  "edge-pixel-usage": () => import("./families/edge-pixel-usage").then((file) => file.edgePixelUsage),
  "receptive-field-stack": () =>
    import("./families/receptive-field-stack").then((file) => file.receptiveFieldStack),
  "kernel-identify": () => import("./families/kernel-identify").then((file) => file.kernelIdentify),
  "conv-vs-full-connection": () =>
    import("./families/conv-vs-full-connection").then((file) => file.convVsFullConnection),
  "conv-param-count": () => import("./families/conv-param-count").then((file) => file.convParamCount),
  "dense-vs-conv-params": () =>
    import("./families/dense-vs-conv-params").then((file) => file.denseVsConvParams),
  "same-vs-explicit-padding": () =>
    import("./families/same-vs-explicit-padding").then((file) => file.sameVsExplicitPadding),
  "conv-inverse-solve": () => import("./families/conv-inverse-solve").then((file) => file.convInverseSolve),
  "pool-output-size": () => import("./families/pool-output-size").then((file) => file.poolOutputSize),
  "pool-map-value": () => import("./families/pool-map-value").then((file) => file.poolMapValue),
  "pool-shift-tolerance": () =>
    import("./families/pool-shift-tolerance").then((file) => file.poolShiftTolerance),
  "pixel-shuffle-blindness": () =>
    import("./families/pixel-shuffle-blindness").then((file) => file.pixelShuffleBlindness),
  "momentum-velocity-steps": () =>
    import("./families/momentum-velocity-steps").then((file) => file.momentumVelocitySteps),
  "rmsprop-step": () => import("./families/rmsprop-step").then((file) => file.rmspropStep),
  "adadelta-step": () => import("./families/adadelta-step").then((file) => file.adadeltaStep),
  "adam-first-steps": () => import("./families/adam-first-steps").then((file) => file.adamFirstSteps),
  "adagrad-effective-lr": () =>
    import("./families/adagrad-effective-lr").then((file) => file.adagradEffectiveLr),
  "ema-vs-window": () => import("./families/ema-vs-window").then((file) => file.emaVsWindow),
  "nag-lookahead-step": () => import("./families/nag-lookahead-step").then((file) => file.nagLookaheadStep),
  "overshoot-compare": () => import("./families/overshoot-compare").then((file) => file.overshootCompare),
  "saddle-escape": () => import("./families/saddle-escape").then((file) => file.saddleEscape),
  "optimizer-identify-trace": () =>
    import("./families/optimizer-identify-trace").then((file) => file.optimizerIdentifyTrace),
  "optimizer-state-count": () =>
    import("./families/optimizer-state-count").then((file) => file.optimizerStateCount),
  "gd-one-step": () => import("./families/gd-one-step").then((file) => file.gdOneStep),
  "gd-stability-verdict": () =>
    import("./families/gd-stability-verdict").then((file) => file.gdStabilityVerdict),
  "gd-basin-landing": () => import("./families/gd-basin-landing").then((file) => file.gdBasinLanding),
  "loss-value": () => import("./families/loss-value").then((file) => file.lossValue),
  "lr-power-decay": () => import("./families/lr-power-decay").then((file) => file.lrPowerDecay),
  "lr-exponential-decay": () =>
    import("./families/lr-exponential-decay").then((file) => file.lrExponentialDecay),
  "lr-piecewise-lookup": () =>
    import("./families/lr-piecewise-lookup").then((file) => file.lrPiecewiseLookup),
  "lr-onecycle-value": () => import("./families/lr-onecycle-value").then((file) => file.lrOnecycleValue),
  "lr-plateau-trace": () => import("./families/lr-plateau-trace").then((file) => file.lrPlateauTrace),
  "schedule-identify-curve": () =>
    import("./families/schedule-identify-curve").then((file) => file.scheduleIdentifyCurve),
  "layerwise-lr-step": () => import("./families/layerwise-lr-step").then((file) => file.layerwiseLrStep),
  "batch-vs-lr-noise": () => import("./families/batch-vs-lr-noise").then((file) => file.batchVsLrNoise),
  "iterations-and-updates": () =>
    import("./families/iterations-and-updates").then((file) => file.iterationsAndUpdates),
  "batch-gradient-mean": () =>
    import("./families/batch-gradient-mean").then((file) => file.batchGradientMean),
  "fit-diagnosis-curves": () =>
    import("./families/fit-diagnosis-curves").then((file) => file.fitDiagnosisCurves),
  "capacity-sweep": () => import("./families/capacity-sweep").then((file) => file.capacitySweep),
  "adagrad-decay-fix": () => import("./families/adagrad-decay-fix").then((file) => file.adagradDecayFix),
};

/** Ids of all families that can be loaded. */
export const loadableFamilies: readonly string[] = Object.keys(loaders);

/** The family, or null where none has this id. Rejects when its file cannot be fetched. */
export async function loadFamily(id: string): Promise<AnyFamily | null> {
  return ((await loaders[id]?.()) as AnyFamily | undefined) ?? null;
}
