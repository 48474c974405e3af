/**
 * When did a series of numbers change, and how sure are we? Pure arithmetic on arrays: no dependency, no input or output,
 * no answer that depends on an earlier call. This is the entrance of the package `keelson/changepoint`.
 *
 * Start with `detectOnset` for a series in which one direction is worse, with `segment` for any number of changes of any
 * kind. `onsetOf` is the dating alone; the costs and searches are the parts that `segment` is made of. Missing values are NaN.
 */
export { type Kind, type Stabilised, stabilise } from "#core/stats/stabilise"
export { countCost } from "./cost/counts.ts"
export { type GaussianOptions, gaussianCost } from "./cost/gaussian.ts"
export type { SegmentCost } from "./cost/segmentCost.ts"
export { type DetectedEpisode, type Detection, type DetectOptions, detectOnset } from "./detect.ts"
export { type BestPath, bestPath } from "./search/bestPath.ts"
export { forwardBackward, type Posterior } from "./search/forwardBackward.ts"
export { type Segmentation, type SegmentOptions, segment } from "./segment.ts"
export { type Band, bandOf } from "./verdict/band.ts"
export { type OnsetEvidence, type OnsetOptions, onsetOf } from "./verdict/onset.ts"
