import type { DriftInputs, Preview } from "#contract/drift"
import type { PlainDate } from "#core/time"
import type { PreviewTask } from "./preview.worker.ts"

/** The drift engine in a thread of this page. */
export type Engine = Readonly<{ ask(asOf: PlainDate): void; close(): void }>

/** Of the days asked for while one is being answered only the last is asked: the answer keeps up with the hand. */
export const openEngine = (inputs: DriftInputs, tell: (preview: Preview) => void): Engine => {
  const worker = new Worker(new URL("./preview.worker.ts", import.meta.url), { type: "module" })
  const send = (task: PreviewTask) => worker.postMessage(task)
  let isBusy = false
  let next: PlainDate | undefined
  const ask = (asOf: PlainDate) => {
    if (isBusy) next = asOf
    else send({ asOf })
    isBusy = true
  }
  worker.addEventListener("message", ({ data }: MessageEvent<Preview>) => {
    isBusy = false
    tell(data)
    if (next !== undefined) ask(next)
    next = undefined
  })
  send({ inputs })
  return { ask, close: () => worker.terminate() }
}
