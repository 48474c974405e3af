import type { Id } from "#core/ids"
import type { WorkspaceTx } from "./tx.ts"

/** One thing whose name is like what was looked for; `nearness` from 0 to 1. */
export type Hit = Readonly<{
  id: Id
  name: string
  /** What tells it from another of the same name. */
  detail: string | null
  organizationId: Id | null
  nearness: number
  /** Of what has no page of its own: the partnership on whose page it is, and the thread it stands in. */
  partnershipId?: Id
  thread?: string
}>

/** Things of one kind that can be found by name: the nearest of those the reader may see, twenty at most. */
export type Searchable = Readonly<{
  kind: string
  find(tx: WorkspaceTx, text: string): Promise<readonly Hit[]>
}>
