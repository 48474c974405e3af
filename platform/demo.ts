import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { SeededRandom } from "#core/stats/seededRandom"
import type { PlainDate } from "#core/time"
import type { Kept } from "./storage/types.ts"
import type { Say } from "./texts.ts"
import type { Tx } from "./tx.ts"

/** One partnership of the demo workspace, as it is told to a module that has something to add to its story. */
export type DemoPartnership = Readonly<{
  id: Id
  organizationId: Id
  name: string
  type: string
  startedOn: PlainDate
  today: PlainDate
  /** The vendor whose workspace it is: what it is called, and the address of its site. */
  vendor: Readonly<{ name: string; site: string }>
  /** Who looks after it on the host's side. */
  owner: Readonly<{ userId: string; memberId: Id; name: string }>
  /** What follows from templates is told in the words of the demo's language. */
  say: Say
  /** Keeps the bytes of a file that the story holds. */
  keep(content: Uint8Array): Promise<Kept>
  /** The same at every making of the demo. */
  random: SeededRandom
}>

/** Adds believable rows of a module to one partnership of the demo, in the transaction in which its story is recorded. */
export type DemoChapter = (tx: Tx<System>, of: DemoPartnership) => Promise<void>
