import type { System } from "#core/actor"
import type { Instant } from "#core/time"
import type { Tx } from "./tx.ts"

/** Things of one kind that are kept for a time and then deleted, every day. */
export type Retained = Readonly<{
  /** What it is, as texts name it: "import_upload". */
  kind: string
  usualDays: number
  leastDays: number
  mostDays: number
  /** Deletes what was over before that moment, and says how many there were. */
  forget(tx: Tx<System>, before: Instant): Promise<number>
}>
