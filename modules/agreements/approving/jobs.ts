import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { approvalStanding, askStanding, voidOlder } from "#modules/approvals"
import { eventPayload, workspaceJob } from "#platform/jobs"
import type { Texts } from "#platform/texts"
import type { Tx } from "#platform/tx"
import { versionMade } from "../events.ts"
import * as store from "../store.ts"
import { textSigned } from "./approvable.ts"

/**
 * A text whose approval was asked for has another version: what waits about the old one is void, and the steps that the new one needs
 * and that have not agreed to the same in it are asked, for whoever asked first. After a no, somebody asks anew.
 */
const askAnewOf = async (tx: Tx<System>, texts: Texts, draftId: Id): Promise<void> => {
  const draft = await store.lockDraft(tx, draftId)
  if (draft?.state !== "in_review") return
  const standing = await approvalStanding(tx, texts, textSigned, draftId)
  const { last, isOfThis } = standing ?? {}
  const hash = standing?.subject.edition?.hash
  if (standing === undefined || last === undefined || hash === undefined || isOfThis) return
  await voidOlder(tx, textSigned, draftId, hash)
  if (last.state === "rejected" || last.state === "withdrawn") return
  // Where nobody but whoever asked could answer, the host sees what is missing, and asks.
  await askStanding(
    tx,
    textSigned,
    { subjectId: draftId, asker: { userId: last.askedBy, name: last.askedByName } },
    standing,
  )
}

export const askAnew = workspaceJob({
  name: "agreements.ask-approval-anew",
  payload: eventPayload,
  on: [versionMade],
  run: async ({ subjectId }, { transact, platform }) => transact((tx) => askAnewOf(tx, platform.texts, subjectId)),
})
