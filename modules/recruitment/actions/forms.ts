import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { isActiveMember } from "#modules/workspaces"
import { action } from "#platform/action"
import { newId } from "#platform/ids"
import type { ActPlatform } from "#platform/platform"
import { unguessable } from "#platform/random"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { formClosed, formOpened, formWritten } from "../events.ts"
import { readerOf } from "../panel.ts"
import { mayEditCandidates, mayReadCandidates } from "../policy.ts"
import { addressOfForm, decideForm, mostForms } from "../rules.ts"
import * as store from "../store.ts"

const formViews = async (
  tx: WorkspaceTx,
  { config }: Pick<ActPlatform, "config">,
  rows: readonly store.FormRow[],
): Promise<contract.ApplicationForm[]> => {
  const [counts, profiles] = [await store.countsByForm(tx), await store.allProfiles(tx, contract.mostProfiles)]
  const edit = mayEditCandidates(tx.actor)
  return rows.map(({ address, createdAt: _, updatedAt: __, ...row }) => {
    const count = (state: string) => counts.get(`${row.id} ${state}`) ?? 0
    return {
      ...row,
      profileName: profiles.find(({ id }) => id === row.profileId)?.name ?? "",
      url: `${config.publicUrl}/apply/${address}`,
      ...{ applications: count("received") + count("asked"), suspected: count("suspected") },
      abilities: { edit },
    }
  })
}

const formView = async (tx: WorkspaceTx, platform: ActPlatform, row: store.FormRow) => {
  const [view] = await formViews(tx, platform, [row])
  if (!view) throw new Error("one row has one view")
  return view
}

const list = action(contract.listForms, {
  load: store.allForms,
  may: mayReadCandidates,
  act: async ({ tx, actor, platform }, rows) => ({
    items: await formViews(tx, platform, rows),
    abilities: { make: mayEditCandidates(actor) },
  }),
})

const get = action(contract.getForm, {
  load: (tx, { form }) => store.forms.find(tx, form),
  may: mayReadCandidates,
  act: ({ tx, platform }, row) => formView(tx, platform, row),
})

type Given = Readonly<{
  profileId: string
  ownerId?: string | undefined
  words: readonly contract.ApplicationForm["words"][number][]
  questions: readonly contract.ApplicationForm["questions"][number][]
  isOpen: boolean
}>

/** What a form refers to is there, and it can be shown as it is. */
const decideDetails = async (
  tx: WorkspaceTx,
  { profileId, ownerId, words, questions, isOpen }: Given,
  before?: store.FormRow,
): Promise<
  | true
  | Refusal<"profile-not-usable" | "owner-not-known" | "language-twice" | "form-question-twice" | "question-unworded">
> => {
  const profile = await store.profiles.find(tx, profileId)
  const isUsable = profile !== undefined && profile.published !== null && profile.retiredAt === null
  // A form whose profile was retired since can still be closed.
  if (!isUsable && (isOpen || before?.profileId !== profileId))
    return refuse("profile-not-usable", { field: "profileId" })
  if (ownerId !== undefined && ownerId !== before?.ownerId && !(await isActiveMember(tx, ownerId)))
    return refuse("owner-not-known")
  return decideForm(
    words.map(({ intro = null, ...each }) => ({ ...each, intro })),
    questions,
  )
}

const make = action(contract.makeForm, {
  load: store.allForms,
  may: mayEditCandidates,
  act: async ({ tx, actor, platform }, known, details) => {
    if (known.length >= mostForms) return refuse("too-many-forms")
    const allowed = await decideDetails(tx, details)
    if (isRefusal(allowed)) return allowed
    const title = store.titleOf(details)
    const ownerId = details.ownerId ?? readerOf(actor) ?? null
    const address = addressOfForm(title, unguessable(16))
    const row = await store.insertForm(tx, { ...details, ownerId, id: newId(), address })
    const about = { subjectId: row.id, payload: { name: title } }
    await tx.record(formWritten, about)
    if (row.isOpen) await tx.record(formOpened, about)
    return formView(tx, platform, row)
  },
})

const edit = action(contract.editForm, {
  load: (tx, { form }) => store.forms.lock(tx, form),
  may: mayEditCandidates,
  act: async ({ tx, platform }, before, { form, ...details }) => {
    const allowed = await decideDetails(tx, details, before)
    if (isRefusal(allowed)) return allowed
    const row = await store.saveForm(tx, form, { ...details, ownerId: details.ownerId ?? null })
    const about = { subjectId: form, payload: { name: store.titleOf(row) } }
    await tx.record(formWritten, about)
    if (row.isOpen !== before.isOpen) await tx.record(row.isOpen ? formOpened : formClosed, about)
    return formView(tx, platform, row)
  },
})

export const formActions = [list, get, make, edit]
