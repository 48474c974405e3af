import type { Given } from "#core/expression/evaluate"
import type { Variables } from "#core/expression/types"
import type { Id } from "#core/ids"
import type { Money } from "#core/money"
import type { Refusal } from "#core/refusal"
import type { WorkspaceTx } from "./tx.ts"

/** What an act is about, as it stands: the words of a decision, and everything that makes it another decision when it changes. */
export type ApprovableState = Readonly<{
  partnershipId: Id
  title: string
  /** What it is worth; null is not known, and nothing unknown counts as little. */
  amount: Money | null
  content: Readonly<Record<string, unknown>>
}>

/** An act that a workspace may let others approve before it is done. */
export type Approvable = Readonly<{
  /** The act: "agreement.termination". */
  kind: string
  subjectKind: string
  /** The names a condition for a step may use. Money is in the workspace's currency. */
  variables(currency: string): Variables
  /** What each name stands for, when this is to be done; what nobody knows stays out, and is not taken for little. */
  facts(tx: WorkspaceTx, subjectId: Id, intent: Readonly<Record<string, unknown>>, currency: string): Promise<Given>
  /** The subject as it stands; undefined when there is none. */
  read(tx: WorkspaceTx, subjectId: Id): Promise<ApprovableState | undefined>
  /** Does what was asked for, once the last has approved: the approval is the permission. What is impossible by now is refused. */
  carryOut(tx: WorkspaceTx, subjectId: Id, intent: Readonly<Record<string, unknown>>): Promise<true | Refusal>
}>
