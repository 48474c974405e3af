import { isRefusal } from "#core/refusal"
import { lockWorkspace } from "#modules/workspaces"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { type PartnershipType, partnershipTypes } from "#rules/partnerships"
import * as contract from "../contract.ts"
import { diligenceListWritten } from "../events.ts"
import { mayAskDiligence, mayReadDiligence } from "../policy.ts"
import { readyList } from "../ready.ts"
import { decideList } from "../rules.ts"
import * as store from "../store.ts"

type Language = Parameters<ActPlatform["texts"]["in"]>[0]

const view = (
  tx: WorkspaceTx,
  platform: ActPlatform,
  { type, language }: Readonly<{ type: PartnershipType; language: Language }>,
  row: store.ListRow | undefined,
): contract.DiligenceList => {
  const ready = readyList(type, platform.texts.in(language))
  const abilities = { edit: mayAskDiligence(tx.actor) }
  return {
    type,
    ready,
    requirements: row?.requirements ?? ready,
    isOwn: row !== undefined,
    version: row?.version ?? 0,
    abilities,
  }
}

const list = action(contract.listDiligenceLists, {
  load: store.ownLists,
  may: mayReadDiligence,
  act: async ({ platform }, own) => ({
    items: partnershipTypes.map((type) => {
      const row = own.find(({ partnershipType }) => partnershipType === type)
      const requirements = row?.requirements ?? readyList(type, platform.texts.in("en"))
      const required = requirements.filter(({ isRequired }) => isRequired).length
      return { type, isOwn: row !== undefined, asked: requirements.length, required }
    }),
  }),
})

const get = action(contract.getDiligenceList, {
  load: nothing,
  may: mayReadDiligence,
  act: async ({ tx, platform }, _nothing, input) => view(tx, platform, input, await store.listOfType(tx, input.type)),
})

const edit = action(contract.editDiligenceList, {
  load: async (tx, { type }) => {
    // Who writes a list that nobody changed yet waits here for whoever does so at the same moment.
    await lockWorkspace(tx)
    const row = await store.listOfType(tx, type)
    return { row, version: row?.version ?? 0 }
  },
  may: mayAskDiligence,
  act: async ({ tx, platform }, { row }, { type, requirements }) => {
    const fits = decideList(requirements.map(({ kind }) => kind))
    if (isRefusal(fits)) return fits
    const saved = row
      ? await store.saveList(tx, row.id, requirements)
      : await store.insertList(tx, { id: newId(), partnershipType: type, requirements })
    await tx.record(diligenceListWritten, { subjectId: saved.id, payload: { type, asked: requirements.length } })
    return view(tx, platform, { type, language: "en" }, saved)
  },
})

export const listActions = [list, get, edit]
