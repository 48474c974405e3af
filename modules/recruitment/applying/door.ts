import type { Upload } from "#core/endpoint"
import { isRefusal } from "#core/refusal"
import { storedOutside, takeOutside } from "#modules/files"
import { findWorkspace } from "#modules/workspaces"
import type { FormAnswer, FormDoor, FormReader } from "#platform/http-forms"
import type { ReceivedForm } from "#platform/receive-form"
import { systemOf } from "#platform/tenants"
import type { WorkspaceTx } from "#platform/tx"
import { mostQuestions, wordsIn } from "../rules.ts"
import * as store from "../store.ts"
import { type FieldFault, readFilled } from "./filled.ts"
import { type Shown, sentPage, shownPage, simplePage } from "./page.ts"
import { pageKeyOf, secondsOpen } from "./pageKey.ts"
import { mostFiles, receiveApplication } from "./receive.ts"

const megabyte = 1024 * 1024

/** What a page about the form as a whole says is wrong. */
class NotTaken extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

const found = async (tx: WorkspaceTx, { address, wanted, accepted }: FormReader, isLocked = false) => {
  const [form, workspace] = [await store.openFormAt(tx, address, isLocked), await findWorkspace(tx)]
  const words = form && wordsIn(form.words, [wanted, accepted])
  return form && words && workspace ? { form, words, workspaceName: workspace.name } : undefined
}
type Found = NonNullable<Awaited<ReturnType<typeof found>>>

/** A form that is not there, one that is closed, and one of nobody's are told alike. */
const notOpen = ({ accepted, platform, nonce }: FormReader): FormAnswer => ({
  status: 404,
  page: simplePage("notOpen", { language: accepted, say: platform.texts.in(accepted), nonce }),
})

const systemAt = async ({ platform, address }: FormReader) => {
  const lookUp = () => platform.transact({ kind: "anonymous" }, (tx) => store.workspaceAt(tx, address), "read")
  const tenant = address.length > 60 ? undefined : await lookUp()
  return tenant && systemOf(tenant, "application")
}

const show: FormDoor["show"] = async (reader) => {
  const { platform } = reader
  const system = await systemAt(reader)
  return system === undefined
    ? notOpen(reader)
    : platform.transact(
        system,
        async (tx) => {
          const here = await found(tx, reader)
          if (!here) return notOpen(reader)
          if (reader.isSent) return { status: 200, page: sentPage(shownOf(reader, here)) }
          const key = pageKeyOf(platform.config.secret, here.form.id, tx.now)
          return { status: 200, page: shownPage(shownOf(reader, here), { key, typed: new Map() }) }
        },
        "read",
      )
}

const shownOf = ({ address, platform, nonce }: FormReader, { form, words, workspaceName }: Found): Shown => ({
  ...{ address, nonce, words, workspaceName, say: platform.texts.in(words.language) },
  ...{ languages: form.words.map(({ language }) => language), questions: form.questions, takesFiles: form.takesFiles },
})

const send: FormDoor["send"] = async (reader, given) => {
  const { platform } = reader
  const system = await systemAt(reader)
  if (system === undefined) return notOpen(reader)
  const asked = { ...reader, wanted: given.fields.get("language") ?? "" }
  const here = await platform.transact(
    system,
    async (tx) => {
      const known = await found(tx, asked)
      return known && { ...known, room: await storedOutside(tx), now: tx.now }
    },
    "read",
  )
  if (!here) return notOpen(reader)
  const { secret } = platform.config
  /** The same page with what was typed: what was wrong with it, and where. */
  const again = (status: number, problem: string, faults?: ReadonlyMap<string, FieldFault>): FormAnswer => {
    const before = given.fields.get("page") ?? ""
    const isOurs = secondsOpen(secret, here.form.id, here.now, before) !== undefined
    const key = isOurs ? before : pageKeyOf(secret, here.form.id, here.now)
    const hadFiles = given.files.length > 0 || given.fault !== undefined
    const page = shownPage(shownOf(asked, here), { key, typed: given.fields, problem, hadFiles, faults })
    return { status, page }
  }
  if (given.fault !== undefined) return again(given.fault === "unreadable" ? 400 : 413, given.fault)
  const read = readFilled(here.form, here.words, given.fields)
  if ("faults" in read) return again(422, "fields", read.faults)
  try {
    const files = here.form.takesFiles ? await taken(given, here.room, system.workspaceId, reader) : []
    await platform.transact(system, async (tx) => {
      const now = await found(tx, asked, true)
      if (!now) throw new NotTaken("closed")
      const done = await receiveApplication(tx, platform, now.form, { ...read.filled, files })
      if (isRefusal(done)) throw new NotTaken(done.refusal)
    })
  } catch (fault) {
    if (!(fault instanceof NotTaken)) throw fault
    return fault.code === "closed" ? notOpen(reader) : again(fault.code === "too-many-held" ? 429 : 422, fault.code)
  }
  return { leadsTo: `/apply/${encodeURIComponent(reader.address)}?sent&language=${here.words.language}` }
}

/** The files of an application, looked at and in the store. */
const taken = async (
  { files }: ReceivedForm,
  room: Awaited<ReturnType<typeof storedOutside>>,
  workspaceId: string,
  { platform }: FormReader,
): Promise<readonly Upload[]> => {
  const kept: Upload[] = []
  for (const file of files) {
    const upload = await takeOutside(file, room, workspaceId, platform)
    if (isRefusal(upload)) throw new NotTaken(upload.refusal)
    kept.push(upload)
  }
  return kept
}

const tooMany: FormDoor["tooMany"] = ({ accepted, platform, nonce }) => ({
  status: 429,
  page: simplePage("tooMany", { language: accepted, say: platform.texts.in(accepted), nonce }),
})

/** The public application forms, for the HTTP edge to serve. */
export const formDoor: FormDoor = {
  limits: { fields: mostQuestions + 20, fieldBytes: 20_000, files: mostFiles, fileBytes: 10 * megabyte },
  show,
  send,
  tooMany,
}
