import type { Id } from "#core/ids"
import { addDays } from "#core/time"
import { listMembers } from "#modules/workspaces"
import type { Approvable } from "#platform/approvable"
import { newId } from "#platform/ids"
import type { Texts } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { currencyOf } from "./currency.ts"
import { hashOf } from "./hashOf.ts"
import { chooseSteps, type Step } from "./rules.ts"
import { approvalStanding } from "./standing.ts"
import * as store from "./store.ts"

const hour = 3_600_000
const stepsIn = (currency: string): readonly Step[] => [
  { name: "Head of Partnerships", role: "owner", needs: "one" },
  { name: "Revenue", role: "executive", needs: "one", condition: `value > ${currency}(100000)` },
]

type Asker = Readonly<{ userId: string; name: string }>
type Wanted = Readonly<{ endsOn: string; reason: string; refusal?: string }>

/**
 * A request of the demo: one that waits since yesterday, or one that was refused last week with its reason, after a deputy had agreed.
 * The workspace's first one brings its rule. Where nobody else could answer, nothing is asked.
 */
export const demoRequest = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  subjectId: Id,
  { asker, wanted: { endsOn, reason, refusal }, texts }: Readonly<{ asker: Asker; wanted: Wanted; texts: Texts }>,
): Promise<void> => {
  const members = await listMembers(tx)
  const [owner, executive] = ["owner", "executive"].map((role) => members.find((member) => member.role === role))
  const deputy = members.find(({ role, userId }) => role === "partner_manager" && userId !== asker.userId)
  const subject = await approvable.read(tx, subjectId)
  if (!subject || !owner || !executive || !deputy || owner.userId === asker.userId) return
  const intent = { endsOn, reason }
  const { kind, subjectKind } = approvable
  const currency = await currencyOf(tx)
  const steps = stepsIn(currency)
  if (!(await store.findRule(tx, kind))) await store.insertRule(tx, newId(), kind, steps)
  const given = await approvable.facts(tx, subjectId, intent, { currency, texts })
  const { amount, content, partnershipId, title } = subject
  const { asked, leftOut } = chooseSteps(steps, { amount, given, variables: approvable.variables(currency) })
  const at = (hoursAgo: number) => new Date(Date.parse(tx.now) - hoursAgo * hour).toISOString()
  const askedAt = at(refusal ? 290 : 26)
  const id = newId()
  const hash = hashOf(content, intent)
  await store.insertApproval(tx, {
    ...{ id, kind, subjectKind, subjectId, partnershipId, title, intent, hash, steps: asked, leftOut, ruleEdition: 1 },
    ...{ amountMinor: amount?.amountMinor ?? null, currency: amount?.currency ?? null },
    ...{ askedBy: asker.userId, askedByName: asker.name, askedAt, reachedAt: refusal ? at(240) : askedAt },
    ...(refusal ? { step: asked.length - 1, state: "rejected" as const, closedAt: at(214) } : {}),
  })
  if (!refusal) return
  await store.insertDeputy(tx, {
    ...{ id: newId(), personId: owner.userId, personName: owner.name, deputyId: deputy.userId },
    ...{ deputyName: deputy.name, fromOn: addDays(tx.today, -14), toOn: addDays(tx.today, -9) },
  })
  const answer = { approvalId: id, hash }
  if (asked.length > 1)
    await store.insertAnswer(tx, {
      ...{ ...answer, id: newId(), step: 0, userId: deputy.userId, name: deputy.name, answeredAt: at(240) },
      ...{ standsFor: [owner.userId], standsForNames: owner.name, decision: "approve", reason: null },
    })
  const sayer = asked.length > 1 ? executive : owner
  await store.insertAnswer(tx, {
    ...{ ...answer, id: newId(), step: asked.length - 1, userId: sayer.userId, name: sayer.name, answeredAt: at(214) },
    ...{ standsFor: [sayer.userId], standsForNames: sayer.name, decision: "reject", reason: refusal },
  })
}

const textSteps: readonly Step[] = [
  { name: "Revenue", role: "executive", needs: "one", condition: "known(margin) && margin > 20" },
  { name: "Legal", role: "owner", needs: "one", condition: "known(margin) && liabilityChanged" },
]

/** A text of the demo that deviates from the ready one and waits for whoever approves that, since yesterday. */
export const demoTextRequest = async (
  tx: WorkspaceTx,
  approvable: Approvable,
  subjectId: Id,
  { asker, texts }: Readonly<{ asker: Asker; texts: Texts }>,
): Promise<void> => {
  const { kind, subjectKind } = approvable
  if (!(await store.findRule(tx, kind))) await store.insertRule(tx, newId(), kind, textSteps)
  const standing = await approvalStanding(tx, texts, approvable, subjectId)
  const [first] = standing?.steps ?? []
  if (!standing?.subject.edition || first === undefined) return
  const { subject, steps, leftOut, edition } = standing
  const { number, hash } = standing.subject.edition
  const askedAt = new Date(Date.parse(tx.now) - 26 * hour).toISOString()
  const { partnershipId, title, amount } = subject
  await store.insertApproval(tx, {
    ...{ id: newId(), kind, subjectKind, subjectId, partnershipId, title, intent: { number }, hash, leftOut },
    ...{ steps: steps.map(({ step }) => step), ruleEdition: edition },
    ...{ amountMinor: amount?.amountMinor ?? null, currency: amount?.currency ?? null },
    ...{ askedBy: asker.userId, askedByName: asker.name, askedAt, reachedAt: askedAt },
  })
  await approvable.waits?.(tx, subjectId, askedAt)
}
