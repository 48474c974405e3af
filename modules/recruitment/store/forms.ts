import type { Language } from "#core/languages"
import { sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { Tx, WorkspaceTx } from "#platform/tx"
import { type FormQuestion, type FormWords, mostForms } from "../rules.ts"

type Closed = { words: FormWords[]; questions: FormQuestion[] }

export const forms = tableOf<Closed>()(
  "applicationForm",
  [
    ...(["id", "address", "profileId", "ownerId", "words", "questions", "takesFiles", "isOpen"] as const),
    ...(["version", "createdAt", "updatedAt"] as const),
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)
export type FormRow = Row<typeof forms>

type Details = Readonly<{
  profileId: string
  ownerId: string | null
  words: readonly FormWords[]
  questions: readonly FormQuestion[]
  takesFiles: boolean
  isOpen: boolean
}>
const written = ({ words, questions, ...details }: Details) => ({
  ...details,
  ...{ words: JSON.stringify(words), questions: JSON.stringify(questions) },
})

export const insertForm = (tx: WorkspaceTx, made: Details & Readonly<{ id: string; address: string }>) =>
  forms.insert(tx, { ...written(made), id: made.id, address: made.address })
export const saveForm = (tx: WorkspaceTx, id: string, details: Details) => forms.save(tx, id, written(details))

export const allForms = (tx: WorkspaceTx) => forms.rows(tx).orderBy("id", "desc").limit(mostForms).execute()

/** In which workspace a form lies, from outside any. */
export const workspaceAt = async (
  { db }: Tx,
  address: string,
): Promise<Readonly<{ id: string; timeZone: string }> | undefined> => {
  type Found = Readonly<{ workspaceId: string; timeZone: string }>
  const { rows } = await sql<Found>`select * from application_form_at(${address})`.execute(db)
  return rows[0] && { id: rows[0].workspaceId, timeZone: rows[0].timeZone }
}

/** The form at an address, while it is open and what it is for is in use; locked for whoever is about to apply. */
export const openFormAt = async (tx: WorkspaceTx, address: string, isLocked: boolean): Promise<FormRow | undefined> => {
  const rows = forms.rows(tx).where("address", "=", address).where("isOpen", "=", true)
  const form = await (isLocked ? rows.forUpdate() : rows).executeTakeFirst()
  const profile = form && (await profileOf(tx, form.profileId))
  return profile && profile.retiredAt === null ? form : undefined
}

const profileOf = ({ db, actor }: WorkspaceTx, id: string) =>
  db
    .selectFrom("idealProfile")
    .select("retiredAt")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst()

/** How a form is called where one name is enough: in its own language. */
export const titleOf = ({ words }: Readonly<{ words: readonly Readonly<{ language: Language; title: string }>[] }>) =>
  words[0]?.title ?? ""
