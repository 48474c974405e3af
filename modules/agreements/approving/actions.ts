import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { approvalStanding, askStanding, missingOf, type Standing } from "#modules/approvals"
import { ownName } from "#modules/workspaces"
import { action } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { mayEditAgreements, mayReadDeviations } from "../policy.ts"
import * as store from "../store.ts"
import { deviationsOf, textSigned } from "./approvable.ts"

const get = action(contract.getTextApproval, {
  load: (tx, { agreementDraft }) => store.findDraft(tx, agreementDraft),
  may: mayReadDeviations,
  act: ({ tx, platform }, draft) => approvalOf(tx, platform, draft),
})

const ask = action(contract.askTextApproval, {
  load: (tx, { agreementDraft }) => store.lockDraft(tx, agreementDraft),
  may: mayEditAgreements,
  act: async ({ tx, actor, platform }, draft) => {
    const standing = await approvalStanding(tx, platform.texts, textSigned, draft.id)
    const possible = decideAsk(draft, standing)
    if (isRefusal(possible) || standing === undefined) return isRefusal(possible) ? possible : refuse("not-in-review")
    const asker = { userId: actor.userId ?? "", name: await ownName(tx) }
    const asked = await askStanding(tx, textSigned, { subjectId: draft.id, asker }, standing)
    return isRefusal(asked) ? asked : approvalOf(tx, platform, draft)
  },
})

/** What lies before both sides is asked about, where somebody has not approved it yet. */
const decideAsk = ({ state }: store.DraftRow, standing: Standing | undefined) => {
  if (state !== "in_review" || standing === undefined) return refuse("not-in-review", { state })
  if (standing.last?.state === "waiting" && standing.isOfThis) return refuse("approval-waits")
  return missingOf(standing).length > 0 || refuse("nothing-to-approve")
}

const approvalOf = async (tx: WorkspaceTx, platform: ActPlatform, draft: store.DraftRow) => {
  const standing = await approvalStanding(tx, platform.texts, textSigned, draft.id)
  const working = draft.state === "draft" ? await store.workingText(tx, draft.id) : null
  const text = working ?? (await store.latestVersion(tx, draft.id))?.text
  const { clauses, terms } =
    text === undefined
      ? { clauses: [], terms: [] }
      : (await deviationsOf(tx, platform.texts, draft.partnershipId, text)).deviations
  const { last, steps = [], leftOut = [], isOfThis } = standing ?? {}
  const waiting = isOfThis === true && last?.state === "waiting" ? last : undefined
  return {
    draftId: draft.id,
    number: standing?.subject.edition?.number ?? null,
    deviations: { clauses: clauses.map((each) => ({ ...each })), terms: terms.map((each) => ({ ...each })) },
    steps: steps.map(({ step: { name, because }, agreed }) => ({
      name,
      because: because ? { asked: because.asked, reasons: plain(because.reasons) } : null,
      isWaiting: waiting?.steps.slice(waiting.step).some((each) => each.name === name) === true,
      agreed: agreed
        ? {
            number: typeof agreed.row.intent["number"] === "number" ? agreed.row.intent["number"] : null,
            hash: agreed.row.hash,
            by: agreed.answers.map((each) => ({
              ...{ name: each.name, standsFor: each.standsForNames, at: each.answeredAt },
            })),
          }
        : null,
    })),
    leftOut: leftOut.map(({ name, reasons }) => ({ name, reasons: plain(reasons) })),
    /** The request that waits for this version, or the last one that was answered about it. */
    approvalId: isOfThis === true && last !== undefined ? last.id : null,
    abilities: { ask: abilityOf(mayEditAgreements(tx.actor), decideAsk(draft, standing)) },
  }
}

const plain = (reasons: Standing["leftOut"][number]["reasons"]) =>
  reasons.map(({ text, seen }) => ({ text, seen: seen.map((each) => ({ ...each })) }))

export const approvingActions = [get, ask]
