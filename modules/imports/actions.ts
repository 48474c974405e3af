import { isRefusal, refuse } from "#core/refusal"
import { takenDown } from "#modules/documents"
import { action, nothing } from "#platform/action"
import { removeUpload } from "#platform/uploads"
import { catalogueOf } from "./catalogue.ts"
import * as contract from "./contract.ts"
import { importErrorsExported } from "./events.ts"
import { acceptFile } from "./importing/acceptFile.ts"
import { prepareUndo } from "./importing/decide.ts"
import { openFile } from "./importing/openFile.ts"
import { prepare } from "./importing/prepare.ts"
import { queueWork } from "./importing/queueWork.ts"
import { roomFor, roomStill } from "./importing/room.ts"
import { unknownPartnersIn } from "./importing/unknownPartners.ts"
import { writeErrorFile } from "./importing/writeErrorFile.ts"
import { mayImport, mayUndoImport } from "./policy.ts"
import { decideAnswers, decideCancel, decideMove, decideStillOpen, type RunOptions, templateOf } from "./rules.ts"
import {
  deleteRun,
  findEarlier,
  findErrors,
  findRun,
  listCovers,
  listRuns,
  lockRun,
  type Run,
  saveRun,
} from "./store.ts"
import { importForHost, kindForHost, previewForHost, rowErrorsOf } from "./views.ts"

const upload = action(contract.uploadImport, {
  load: nothing,
  may: mayImport,
  room: roomFor,
  act: async ({ tx, actor, platform }, _nothing, { upload: file }) => {
    const run = await acceptFile(tx, catalogueOf(platform), file)
    if (isRefusal(run)) return run
    const room = await roomStill(tx, file.bytes, platform)
    return isRefusal(room) ? room : importForHost(actor, run)
  },
})

const list = action(contract.listImports, {
  load: listRuns,
  may: mayImport,
  act: async ({ actor }, { items, next }) => ({ items: items.map((run) => importForHost(actor, run)), next }),
})

const get = action(contract.getImport, {
  load: (tx, input) => findRun(tx, input.import),
  may: mayImport,
  act: async ({ actor }, run) => importForHost(actor, run),
})

const preview = action(contract.previewImport, {
  load: (tx, input) => findRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, platform }, run) => {
    const open = decideStillOpen(run.state)
    if (isRefusal(open)) return open
    const catalogue = catalogueOf(platform)
    const opened = await openFile(tx, catalogue, asKind(run))
    if (isRefusal(opened)) return opened
    return previewForHost(run, opened, await unknownPartnersIn(tx, catalogue, opened), await findEarlier(tx, run))
  },
})

const decide = action(contract.decideImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, actor, platform }, run, { import: _, ...decided }) => {
    const move = decideMove(run.state, "uploaded")
    if (isRefusal(move)) return move
    // Another sheet may be of another kind: it is guessed anew.
    const isSameSheet = decided.sheet === undefined || decided.sheet === run.options.sheet
    const asked = { ...(isSameSheet && { kind: run.kind }), ...decided } as RunOptions
    const catalogue = catalogueOf(platform)
    const opened = await openFile(tx, catalogue, { ...run, options: asked })
    if (isRefusal(opened)) return opened
    const unknown = decideAnswers(catalogue.remarks, opened.kind.fields, asked.answers)
    if (unknown) return unknown
    const { kind } = opened.kind
    const options = { ...asked, kind }
    await saveRun(tx, run.id, { state: move, kind, options, rowsDone: 0, rowsFailed: 0, summary: {} })
    return importForHost(actor, { ...run, state: move, kind, options, summary: {}, version: run.version + 1 })
  },
})

const check = action(contract.checkImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, actor, platform }, run) => {
    const prepared = await prepare(tx, catalogueOf(platform), run, "checking")
    if (isRefusal(prepared)) return prepared
    await queueWork(tx, run.id)
    return importForHost(actor, prepared)
  },
})

const start = action(contract.startImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, actor, platform }, run) => {
    const prepared = await prepare(tx, catalogueOf(platform), run, "importing")
    if (isRefusal(prepared)) return prepared
    await queueWork(tx, run.id)
    return importForHost(actor, prepared)
  },
})

const cancel = action(contract.cancelImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, actor }, run) => {
    const state = decideCancel(run.state)
    if (isRefusal(state)) return state
    await saveRun(tx, run.id, { state, rowsDone: 0, rowsFailed: 0 })
    return importForHost(actor, { ...run, state, rowsDone: 0, rowsFailed: 0, version: run.version + 1 })
  },
})

const undo = action(contract.undoImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayUndoImport,
  act: async ({ tx, actor }, { id }) => {
    const run = await prepareUndo(tx, id)
    if (isRefusal(run)) return run.refusal === "not-now" ? refuse("not-now", run.detail) : refuse("not-now")
    await queueWork(tx, id)
    return importForHost(actor, run)
  },
})

const discard = action(contract.discardImport, {
  load: (tx, input) => lockRun(tx, input.import),
  may: mayImport,
  act: async ({ tx }, run) => {
    const open = decideStillOpen(run.state)
    if (isRefusal(open)) return open
    await deleteRun(tx, run.id)
    await removeUpload(run.filePath)
    return { discarded: true as const }
  },
})

const errors = action(contract.listImportErrors, {
  load: (tx, input) => findRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, platform }, run, { limit, afterLine }) => {
    const items = rowErrorsOf(await findErrors(tx, run.id, afterLine, limit), catalogueOf(platform).reasons)
    return { items, next: items.length === limit ? (items.at(-1)?.line ?? null) : null }
  },
})

const covers = action(contract.listImportCovers, {
  load: (tx, input) => findRun(tx, input.import),
  may: mayImport,
  act: async ({ tx }, { id }, { limit }) => {
    const { items, total } = await listCovers(tx, id, limit)
    return { items: [...items], total }
  },
})

const errorFile = action(contract.downloadImportErrors, {
  load: (tx, input) => findRun(tx, input.import),
  may: mayImport,
  act: async ({ tx, platform }, run) => {
    const fileName = `${run.fileName.replace(/\.[^.]*$/, "")} - to correct.csv`
    const made = await writeErrorFile(tx, catalogueOf(platform), run)
    const taken = { subjectId: run.id, name: fileName, form: "csv", audience: "host" } as const
    return { fileName, content: takenDown(importErrorsExported, taken, async () => made) }
  },
})

const template = action(contract.downloadTemplate, {
  load: nothing,
  may: mayImport,
  act: async ({ platform }, _nothing, { kind }) => {
    const found = catalogueOf(platform).findKind(kind)
    return found ? { fileName: `${kind}.csv`, content: templateOf(found) } : refuse("unknown-kind", { kind })
  },
})

const kinds = action(contract.listImportKinds, {
  load: nothing,
  may: mayImport,
  act: async ({ platform }) => ({ items: catalogueOf(platform).kinds.map(kindForHost) }),
})

const asKind = (run: Run): Run => ({ ...run, options: { ...run.options, kind: run.kind } })

export const actions = [
  ...[upload, list, get, preview, decide, check, start, cancel],
  ...[undo, discard, errors, covers, errorFile, template, kinds],
]
