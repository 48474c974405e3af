import { useState } from "react"
import type { DriftForHost } from "#contract/drift"
import type { LaneFocus } from "#marks/DriftLanes"
import { Quiet } from "./Quiet.tsx"
import { Sentence } from "./Sentence.tsx"

/** Whether a drift is told of: one that a person has decided about is not. */
export const isTold = ({ drifting, isSettled }: Pick<DriftForHost, "drifting" | "isSettled">): boolean =>
  drifting && !isSettled

/** The sentence alone, away from its lanes: its clauses lead to them. */
export const Told = ({ drift }: { drift: DriftForHost }) => {
  const [focus, setFocus] = useState<LaneFocus>()
  return isTold(drift) ? <Sentence drift={drift} focus={focus} onFocus={setFocus} /> : <Quiet drift={drift} />
}
