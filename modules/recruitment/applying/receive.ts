import type { Upload } from "#core/endpoint"
import type { Language } from "#core/languages"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import type { Instant } from "#core/time"
import { attachOutside, outsideFiles } from "#modules/files"
import { issueLink } from "#modules/links"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { seal } from "#platform/seal"
import type { WorkspaceTx } from "#platform/tx"
import { applicationReceived } from "../events.ts"
import { suspicionsOf } from "../rules.ts"
import * as store from "../store.ts"
import { candidateOf } from "./candidateOf.ts"
import { secondsOpen } from "./pageKey.ts"
import { applicationByLink } from "./stateLink.ts"

/** What somebody filled in, as it was read and found to be complete. */
export type Filled = Readonly<{
  company: string
  website: string | null
  country: string | null
  registrationNumber: string | null
  person: string
  email: string
  language: Language
  answers: readonly store.Answered[]
  files: readonly Upload[]
  /** The word of the page it was sent from, as it came. */
  pageKey: string
  isTrapFilled: boolean
}>

/** So many are held back at most: nobody looks through more, and a machine that sends on is asked to come again. */
const mostHeld = 2_000
const mostCounted = 100
/** So many files come with one application. */
export const mostFiles = 5

type NotTaken = Refusal<"too-many-held" | "too-many-files" | "file-quarantined" | "no-room-left">

const before = (now: Instant, hours: number): Instant => new Date(Date.parse(now) - hours * 3_600_000).toISOString()

/** Of what was said, by which the same is known again; files may be missing from a second press, or come with it only. */
const digestOf = (secret: string, { pageKey: _, isTrapFilled: __, files: ___, ...said }: Filled): string =>
  seal(secret, `application ${JSON.stringify(said)}`)

/**
 * Receives an application: once, however often it is sent; as a candidate, or held back for a person where something is odd. Whoever sent it
 * is answered alike either way.
 */
export const receiveApplication = async (
  tx: WorkspaceTx,
  platform: Platform,
  form: store.FormRow,
  filled: Filled,
): Promise<true | NotTaken> => {
  const { files, isTrapFilled, pageKey, ...said } = filled
  const digest = digestOf(platform.config.secret, filled)
  const aDayAgo = before(tx.now, 24)
  const same = await store.sameApplication(tx, { formId: form.id, pageKey, digest, since: aDayAgo })
  if (same) return attachAll(tx, platform, same, files)
  if ((await store.countHeld(tx, mostHeld)) >= mostHeld) return refuse("too-many-held")
  const openSeconds = secondsOpen(platform.config.secret, form.id, tx.now, pageKey)
  const isPageUsed = await store.isPageUsed(tx, form.id, pageKey)
  const hasApplied = await store.hasApplied(tx, said.email, aDayAgo)
  const inLastHour = await store.countSince(tx, form.id, before(tx.now, 1), mostCounted)
  const texts = [said.company, said.person, ...said.answers.map(({ answer }) => answer)]
  const seen = { isTrapFilled, openSeconds, isAgain: hasApplied || isPageUsed, inLastHour, texts }
  const suspicions = [...suspicionsOf(seen)]
  const id = newId()
  const candidateId = suspicions.length > 0 ? null : await candidateOf(tx, form, said)
  const row = await store.insertApplication(tx, {
    ...{ ...said, id, formId: form.id, digest, suspicions, candidateId },
    state: candidateId === null ? "suspected" : "received",
    // Other words from the same page are kept as well, beside what came first.
    pageKey: openSeconds === undefined || isPageUsed ? id : pageKey,
  })
  const attached = await attachAll(tx, platform, row, files)
  if (isRefusal(attached)) return attached
  const payload = { name: said.company, form: store.titleOf(form), suspicions }
  await tx.record(applicationReceived, { subjectId: id, payload })
  // Nobody's mailbox is filled by somebody who types its address again and again.
  if (!hasApplied) await sendReceipt(tx, platform, row)
  return true
}

/** Attaches what is not there yet, as far as there is room for it. */
const attachAll = async (
  tx: WorkspaceTx,
  platform: Platform,
  { id }: store.ApplicationRow,
  files: readonly Upload[],
): Promise<true | NotTaken> => {
  const about = { kind: "application", id }
  const there = (await outsideFiles(tx, about)).map(({ hash }) => hash)
  for (const upload of files) {
    if (there.includes(upload.hash)) continue
    if (there.length >= mostFiles) return refuse("too-many-files")
    const attached = await attachOutside(tx, platform, about, upload)
    if (isRefusal(attached)) return attached
    there.push(upload.hash)
  }
  return true
}

type Told = Readonly<{ id: string; email: string; language: Language }>

/** Mails where the application stands, by a link; whatever link was mailed before leads there. */
export const sendReceipt = (
  tx: WorkspaceTx,
  platform: Pick<Platform, "config">,
  { id, email, language }: Told,
): Promise<void> =>
  issueLink(tx, platform, applicationByLink, {
    ...{ subjectId: id, partnershipId: null },
    // Whose name was typed nobody has shown: the page of the link says for which address it is.
    to: { name: email.slice(email.lastIndexOf("@") + 1), email, partyId: tx.actor.workspaceId, language },
  })
