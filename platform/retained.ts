import type { System } from "#core/actor"
import type { Instant } from "#core/time"
import type { Belongings } from "./belongings.ts"
import type { Tx } from "./tx.ts"

/** Things of one kind that are kept for a time and then deleted, every day. */
export type Retained = Readonly<{
  /** What it is, as texts name it: "import_upload". */
  kind: string
  usualDays: number
  leastDays: number
  mostDays: number
  /**
   * Deletes of what was over before that moment as much as one transaction should, and says how many there were: it is called again until
   * none is left. What somebody still looks after is asked of `belongings`.
   */
  forget(tx: Tx<System>, before: Instant, belongings: readonly Belongings[]): Promise<number>
}>
