import type { z } from "zod"
import type { AttentionGroup, AttentionShape } from "#core/attention"
import type { Id } from "#core/ids"
import { sql } from "./database.ts"
import type { WorkspaceTx } from "./tx.ts"

/** Of the partnerships one owns, or of all. */
export type Whose = "mine" | "all"

/** What is asked of a list: of whose partnerships, how much of it at most, and either these things alone or all but these. */
export type Asked = Readonly<{ whose: Whose; most: number }> &
  (Readonly<{ only: readonly Id[] }> | Readonly<{ but: readonly Id[] }>)

/** SQL: `and` the thing of this id is among those asked for. */
export const askedIn = (id: string, asked: Asked) => {
  if ("only" in asked) return sql`and ${sql.ref(id)} = any(${asked.only}::uuid[])`
  return asked.but.length === 0 ? sql`` : sql`and ${sql.ref(id)} <> all(${asked.but}::uuid[])`
}

/** The same of what is known already. */
export const isAskedFor = (id: Id, asked: Asked): boolean =>
  "only" in asked ? asked.only.includes(id) : !asked.but.includes(id)

/** A list a module has for whoever asks what needs them today. What it counts it counts in the reading that lists it. */
export type Attention = Readonly<{
  shape: AttentionShape
  /** Beside the host's people, partners' people are told of it as well. */
  isForPartners: boolean
  read(tx: WorkspaceTx, asked: Asked): Promise<AttentionGroup<unknown>>
}>

/** Binds a list to what fills it. It is the host's alone unless it says otherwise. */
export const attentionList = <I extends z.ZodType, C extends string>(
  shape: AttentionShape<I, C>,
  read: (tx: WorkspaceTx, asked: Asked) => Promise<AttentionGroup<z.input<I>, C>>,
  { isForPartners = false } = {},
): Attention => ({ shape, isForPartners, read })
