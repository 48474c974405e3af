import type { PlainDate } from "#core/time"
import { type DriftInputs, previewOf } from "#rules/drift"

/** First what the engine reads, then one day after the other. */
export type PreviewTask = Readonly<{ inputs: DriftInputs }> | Readonly<{ asOf: PlainDate }>

let known: DriftInputs | undefined

addEventListener("message", ({ data }: MessageEvent<PreviewTask>) => {
  if ("inputs" in data) known = data.inputs
  else if (known) postMessage(previewOf(known, data.asOf))
})
