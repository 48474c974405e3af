import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { ownName } from "#modules/workspaces"
import type { Approvable, ApprovableState } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { Texts } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { currencyOf } from "./currency.ts"
import { approvalAsked, approvalClosed, approvalReached } from "./events.ts"
import { hashOfState } from "./hashOf.ts"
import { type AskedStep, canBeAnswered, chooseSteps, type LeftOut, type Step } from "./rules.ts"
import { readScene, seatsAt } from "./scene.ts"
import type { Standing } from "./standing.ts"
import * as store from "./store.ts"

type Wanted = Readonly<{ subjectId: Id; intent: Readonly<Record<string, unknown>> }>

/**
 * For an act that is possible and permitted: asks for approval where the workspace's rule wants one, and says that it did. Then
 * nothing is done yet; `carryOut` does it once the last has approved. What Keelson itself does is not asked for.
 */
export const askApproval = async (
  tx: WorkspaceTx,
  texts: Texts,
  approvable: Approvable,
  { subjectId, intent }: Wanted,
): Promise<boolean | Refusal<"approval-waits" | "nobody-may-approve">> => {
  const { actor } = tx
  if (actor.kind !== "member") return false
  const rule = await store.findRule(tx, approvable.kind)
  if (rule === undefined || rule.steps.length === 0) return false
  const subject = await approvable.read(tx, subjectId)
  if (!subject) return false
  const currency = await currencyOf(tx)
  const given = await approvable.facts(tx, subjectId, intent, { currency, texts })
  const variables = approvable.variables(currency)
  const { asked, leftOut } = chooseSteps(rule.steps, { amount: subject.amount, given, variables })
  if (asked.length === 0) return false
  const asker = { userId: actor.userId, name: await ownName(tx) }
  const row = await ask(tx, approvable, { subjectId, intent, subject, asked, leftOut, asker, edition: rule.version })
  return isRefusal(row) ? row : true
}

type Asker = Readonly<{ userId: string; name: string }>

/** Asks those steps of a text that have not agreed to it as it lies; true where none is left to be asked. */
export const askStanding = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  { subjectId, asker }: Readonly<{ subjectId: Id; asker: Asker }>,
  { subject, steps, leftOut, edition }: Standing,
): Promise<true | Refusal<"approval-waits" | "nobody-may-approve">> => {
  const asked = steps.flatMap(({ step, agreed }) => (agreed === undefined ? [step] : []))
  if (asked.length === 0) return true
  const intent = { number: subject.edition?.number ?? 0 }
  const row = await ask(tx, approvable, { subjectId, intent, subject, asked, leftOut, asker, edition })
  return isRefusal(row) ? row : true
}

/** Who is asked where a workspace has no rule, or none of its steps is needed: the owners and admins. */
const administratorsStep: Step = { name: "", userIds: [], needs: "one" }

/**
 * Asks on behalf of a partner for what always has to be decided: by the workspace's rule, else by its owners and admins. `barred`, who
 * decided what it is against, decide nothing.
 */
export const askForPartner = async (
  tx: WorkspaceTx,
  texts: Texts,
  approvable: Approvable,
  { subjectId, intent, asker, barred }: Wanted & Readonly<{ asker: Asker; barred: readonly string[] }>,
): Promise<true | Refusal<"approval-waits" | "nobody-may-approve">> => {
  const subject = await approvable.read(tx, subjectId)
  if (!subject) return true
  const rule = await store.findRule(tx, approvable.kind)
  const currency = await currencyOf(tx)
  const given = await approvable.facts(tx, subjectId, intent, { currency, texts })
  const known = { amount: subject.amount, given, variables: approvable.variables(currency) }
  const { asked, leftOut } = chooseSteps(rule?.steps ?? [], known)
  const steps = asked.length > 0 ? asked : chooseSteps([administratorsStep], known).asked
  const wanted = { subjectId, intent, subject, asked: steps, leftOut, asker, edition: rule?.version ?? null }
  const row = await ask(tx, approvable, { ...wanted, barred, askedByPartner: true })
  return isRefusal(row) ? row : true
}

type Asking = Wanted &
  Readonly<{
    subject: ApprovableState
    asked: readonly AskedStep[]
    leftOut: readonly LeftOut[]
    asker: Asker
    edition: number | null
    barred?: readonly string[]
    askedByPartner?: boolean
  }>

const ask = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  { subjectId, intent, subject, asked, leftOut, asker, edition, barred = [], askedByPartner = false }: Asking,
): Promise<store.ApprovalRow | Refusal<"approval-waits" | "nobody-may-approve">> => {
  const { kind, subjectKind } = approvable
  const { partnershipId, title, amount } = subject
  const waiting = await store.lockWaitingOn(tx, subjectKind, subjectId)
  if (waiting.some((each) => each.kind === kind)) return refuse("approval-waits")
  const scene = await readScene(tx, [{ partnershipId, steps: asked }])
  const request = { partnershipId, askedBy: asker.userId, barred }
  if (!asked.every((step) => canBeAnswered(seatsAt(tx, scene, request, step)))) return refuse("nobody-may-approve")
  const hash = hashOfState(subject, intent)
  const row = await store.insertApproval(tx, {
    ...{ id: newId(), kind, subjectKind, subjectId, partnershipId, title, intent, hash, steps: asked, leftOut },
    ...{ amountMinor: amount?.amountMinor ?? null, currency: amount?.currency ?? null },
    ...{ askedBy: asker.userId, askedByName: asker.name, ruleEdition: edition, reachedAt: tx.now },
    ...{ barred: [...barred], askedByPartner },
  })
  const about = { subjectId: row.id, partnershipId }
  await tx.record(approvalAsked, {
    ...about,
    payload: { kind, title, steps: asked.length, ...(edition === null ? {} : { edition }), hash },
  })
  await tx.record(approvalReached, { ...about, payload: { kind, title, step: asked[0]?.name ?? "" } })
  await approvable.waits?.(tx, subjectId, tx.now)
  return row
}

/** The subject is not what it was: what waits to be approved about it is void, and has to be asked for anew. */
export const voidApprovals = async (
  tx: WorkspaceTx,
  subjectKind: string,
  subjectId: Id,
  approvables: readonly Approvable[] = [],
): Promise<void> => {
  for (const row of await store.lockWaitingOn(tx, subjectKind, subjectId))
    await closeApproval(tx, approvables, row, { state: "void", because: "changed" })
}

/** A text has another version: what waits about an earlier one is void. */
export const voidOlder = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  subjectId: Id,
  hash: string,
): Promise<void> => {
  for (const row of await store.lockWaitingOn(tx, approvable.subjectKind, subjectId))
    if (row.kind === approvable.kind && row.hash !== hash)
      await closeApproval(tx, [approvable], row, { state: "void", because: "replaced" })
}

type End =
  | Readonly<{ state: "approved" | "withdrawn" | "void"; because?: string }>
  /** With the words of who said no. */
  | Readonly<{ state: "rejected"; because?: undefined; reason: string }>

/** Ends an approval, in one of the ways it can end. */
export const closeApproval = async (
  tx: WorkspaceTx,
  approvables: readonly Approvable[],
  { id, partnershipId, kind, title, subjectId }: store.ApprovalRow,
  end: End,
): Promise<store.ApprovalRow> => {
  const { state, because } = end
  const saved = await store.saveApproval(tx, id, { state, closedAt: tx.now })
  const payload = { kind, title, state, ...(because === undefined ? {} : { because }) }
  await tx.record(approvalClosed, { subjectId: id, partnershipId, payload })
  const approvable = approvables.find((each) => each.kind === kind)
  await approvable?.waits?.(tx, subjectId, null)
  if (end.state === "rejected") await approvable?.rejected?.(tx, subjectId, end.reason)
  return saved
}
