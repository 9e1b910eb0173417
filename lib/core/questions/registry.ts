/** Every question family by id. Adding one is one file and one line here. */

import { adadeltaStep } from "./families/adadelta-step";
import { adagradDecayFix } from "./families/adagrad-decay-fix";
import { adagradEffectiveLr } from "./families/adagrad-effective-lr";
import { adamFirstSteps } from "./families/adam-first-steps";
import { batchGradientMean } from "./families/batch-gradient-mean";
import { batchVsLrNoise } from "./families/batch-vs-lr-noise";
import { capacitySweep } from "./families/capacity-sweep";
import { cnnShapeTrace } from "./families/cnn-shape-trace";
import { convCellValue } from "./families/conv-cell-value";
import { convInverseSolve } from "./families/conv-inverse-solve";
import { convOutputSize } from "./families/conv-output-size";
import { convParamCount } from "./families/conv-param-count";
import { convVsFullConnection } from "./families/conv-vs-full-connection";
import { denseParamCount } from "./families/dense-param-count";
import { denseVsConvParams } from "./families/dense-vs-conv-params";
import { edgePixelUsage } from "./families/edge-pixel-usage";
import { emaVsWindow } from "./families/ema-vs-window";
import { fitDiagnosisCurves } from "./families/fit-diagnosis-curves";
import { flattenLengthIndex } from "./families/flatten-length-index";
import { gdBasinLanding } from "./families/gd-basin-landing";
import { gdOneStep } from "./families/gd-one-step";
import { gdStabilityVerdict } from "./families/gd-stability-verdict";
import { iterationsAndUpdates } from "./families/iterations-and-updates";
import { kernelIdentify } from "./families/kernel-identify";
import { layerwiseLrStep } from "./families/layerwise-lr-step";
import { lossValue } from "./families/loss-value";
import { lrExponentialDecay } from "./families/lr-exponential-decay";
import { lrOnecycleValue } from "./families/lr-onecycle-value";
import { lrPiecewiseLookup } from "./families/lr-piecewise-lookup";
import { lrPlateauTrace } from "./families/lr-plateau-trace";
import { lrPowerDecay } from "./families/lr-power-decay";
import { momentumVelocitySteps } from "./families/momentum-velocity-steps";
import { nagLookaheadStep } from "./families/nag-lookahead-step";
import { optimizerIdentifyTrace } from "./families/optimizer-identify-trace";
import { optimizerStateCount } from "./families/optimizer-state-count";
import { overshootCompare } from "./families/overshoot-compare";
import { pixelShuffleBlindness } from "./families/pixel-shuffle-blindness";
import { poolMapValue } from "./families/pool-map-value";
import { poolOutputSize } from "./families/pool-output-size";
import { poolParamsEffect } from "./families/pool-params-effect";
import { poolShiftTolerance } from "./families/pool-shift-tolerance";
import { receptiveFieldStack } from "./families/receptive-field-stack";
import { rmspropStep } from "./families/rmsprop-step";
import { saddleEscape } from "./families/saddle-escape";
import { sameVsExplicitPadding } from "./families/same-vs-explicit-padding";
import { scheduleIdentifyCurve } from "./families/schedule-identify-curve";
import type { Family } from "./family";

/** A family whose own type of params is forgotten: params are checked by `legal` before any other verb sees them. */
export type AnyFamily = Family<unknown>;
const anyFamily = <Params>(family: Family<Params>): AnyFamily => family as unknown as AnyFamily;

export const families: readonly AnyFamily[] = [
  anyFamily(denseParamCount),
  anyFamily(flattenLengthIndex),
  anyFamily(convOutputSize),
  anyFamily(poolParamsEffect),
  anyFamily(cnnShapeTrace),
  anyFamily(convCellValue),
  anyFamily(edgePixelUsage),
  anyFamily(receptiveFieldStack),
  anyFamily(kernelIdentify),
  anyFamily(convVsFullConnection),
  anyFamily(convParamCount),
  anyFamily(denseVsConvParams),
  anyFamily(sameVsExplicitPadding),
  anyFamily(convInverseSolve),
  anyFamily(poolOutputSize),
  anyFamily(poolMapValue),
  anyFamily(poolShiftTolerance),
  anyFamily(pixelShuffleBlindness),
  anyFamily(momentumVelocitySteps),
  anyFamily(rmspropStep),
  anyFamily(adadeltaStep),
  anyFamily(adamFirstSteps),
  anyFamily(adagradEffectiveLr),
  anyFamily(emaVsWindow),
  anyFamily(nagLookaheadStep),
  anyFamily(overshootCompare),
  anyFamily(saddleEscape),
  anyFamily(optimizerIdentifyTrace),
  anyFamily(optimizerStateCount),
  anyFamily(gdOneStep),
  anyFamily(gdStabilityVerdict),
  anyFamily(gdBasinLanding),
  anyFamily(lossValue),
  anyFamily(lrPowerDecay),
  anyFamily(lrExponentialDecay),
  anyFamily(lrPiecewiseLookup),
  anyFamily(lrOnecycleValue),
  anyFamily(lrPlateauTrace),
  anyFamily(scheduleIdentifyCurve),
  anyFamily(layerwiseLrStep),
  anyFamily(batchVsLrNoise),
  anyFamily(iterationsAndUpdates),
  anyFamily(batchGradientMean),
  anyFamily(fitDiagnosisCurves),
  anyFamily(capacitySweep),
  anyFamily(adagradDecayFix),
];

export const familyOf = (id: string): AnyFamily | null => families.find((family) => family.id === id) ?? null;

/** Families that practise a concept of the default course. */
export const familiesOf = (concept: string): AnyFamily[] =>
  families.filter(({ concepts }) => concepts.includes(concept));
