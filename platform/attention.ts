import type { z } from "zod"
import type { AttentionGroup, AttentionShape } from "#core/attention"
import type { WorkspaceTx } from "./tx.ts"

/** Of the partnerships one owns, or of all. */
export type Whose = "mine" | "all"

/** A list a module has for whoever asks what needs them today. */
export type Attention = Readonly<{
  shape: AttentionShape
  /** Beside the host's people, partners' people are told of it as well. */
  isForPartners: boolean
  read(tx: WorkspaceTx, whose: Whose): Promise<AttentionGroup<unknown>>
}>

/** Binds a list to what fills it. It is the host's alone unless it says otherwise. */
export const attentionList = <I extends z.ZodType, C extends string>(
  shape: AttentionShape<I, C>,
  read: (tx: WorkspaceTx, whose: Whose) => Promise<AttentionGroup<z.input<I>, C>>,
  { isForPartners = false } = {},
): Attention => ({ shape, isForPartners, read })
