import { type Refusal, refuse } from "#core/refusal"
import type { PlainDate } from "#core/time"

/** A retired program goes on for nobody: nobody joins it, nothing of it is decided, written or published any more. */
export const decideOngoing = ({
  retiredOn,
}: Readonly<{ retiredOn: PlainDate | null }>): true | Refusal<"program-retired"> =>
  retiredOn === null || refuse("program-retired", { retiredOn })
