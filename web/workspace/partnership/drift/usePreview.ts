import { startTransition, useEffect, useState } from "react"
import { useEndpoint } from "#client/useEndpoint"
import { getDriftInputs, type Preview } from "#contract/drift"
import type { PlainDate } from "#core/time"
import { type Engine, openEngine } from "./engine.ts"

/** The panel as of a day that is just being chosen, computed in this page. The engine and what it reads come once `isNear`. */
export const usePreview = (partnershipId: string, asOf: PlainDate | undefined, isNear: boolean) => {
  const inputs = useEndpoint(getDriftInputs, { params: { partnership: partnershipId } }, { isEnabled: isNear })
  const [engine, setEngine] = useState<Engine>()
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    if (inputs.data === undefined) return
    const opened = openEngine(inputs.data, (next) => startTransition(() => setPreview(next)))
    setEngine(opened)
    return () => {
      opened.close()
      setEngine(undefined)
    }
  }, [inputs.data])
  useEffect(() => {
    if (asOf === undefined) setPreview(undefined)
    else engine?.ask(asOf)
  }, [asOf, engine])
  return asOf === undefined ? undefined : preview
}
