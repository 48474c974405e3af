import type { Given } from "#core/expression/evaluate"
import type { Variables } from "#core/expression/types"
import type { Id } from "#core/ids"
import type { Money } from "#core/money"
import type { Refusal } from "#core/refusal"
import type { Instant } from "#core/time"
import type { Texts } from "./texts.ts"
import type { WorkspaceTx } from "./tx.ts"

/** What an act is about, as it stands: the words of a decision, and everything that makes it another decision when it changes. */
export type ApprovableState = Readonly<{
  partnershipId: Id
  title: string
  /** What it is worth; null is not known, and nothing unknown counts as little. */
  amount: Money | null
  content: Readonly<Record<string, unknown>>
  /** Of a text: which version lies there, and the SHA-256 that everybody knows it by. An answer is to this one. */
  edition?: Readonly<{ number: number; hash: string }> | undefined
}>

/** What facts are told with: the workspace's currency, in which conditions speak of money, and the words of every language. */
export type FactsIn = Readonly<{ currency: string; texts: Texts }>

/** An act that a workspace may let others approve before it is done. */
export type Approvable = Readonly<{
  /** The act: "agreement.termination". */
  kind: string
  subjectKind: string
  /** The names a condition for a step may use. Money is in the workspace's currency. */
  variables(currency: string): Variables
  /** What each name stands for, when this is to be done; what nobody knows stays out, and is not taken for little. */
  facts(tx: WorkspaceTx, subjectId: Id, intent: Readonly<Record<string, unknown>>, told: FactsIn): Promise<Given>
  /**
   * Of a text, what each name speaks of in it, as it stands: whoever agreed to the same in an earlier version is not asked again. A
   * condition that names none of these is about the whole.
   */
  parts?(tx: WorkspaceTx, subjectId: Id): Promise<Readonly<Record<string, unknown>>>
  /** Where the other side may know that something waits to be approved, and no more: since when, or that nothing does. */
  waits?(tx: WorkspaceTx, subjectId: Id, since: Instant | null): Promise<void>
  /** Where something follows from a no: it was said, and why. */
  rejected?(tx: WorkspaceTx, subjectId: Id, reason: string): Promise<void>
  /** The subject as it stands; undefined when there is none. */
  read(tx: WorkspaceTx, subjectId: Id): Promise<ApprovableState | undefined>
  /** Does what was asked for, once the last has approved: the approval is the permission. What is impossible by now is refused. */
  carryOut(tx: WorkspaceTx, subjectId: Id, intent: Readonly<Record<string, unknown>>): Promise<true | Refusal>
}>
