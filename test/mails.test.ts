import { globSync, readFileSync } from "node:fs"
import { afterAll, describe, expect, test } from "vitest"
import { agreeToVersion, draftAgreement, moveAgreementDraft, writeAgreementText } from "#contract/agreements"
import { listCommitments, proposeForPromise, reportOccurrence } from "#contract/commitments"
import { writeComment } from "#contract/discussions"
import { invite } from "#contract/people"
import { shareOverview } from "#contract/portfolio"
import { askApplicant, listApplications } from "#contract/recruitment"
import { startSigning } from "#contract/signing"
import { listTaskOwners } from "#contract/tasks"
import { type Language, languageCodes, languageOf } from "#core/languages"
import { identityMails } from "#modules/workspaces"
import type { Notice } from "#platform/identity/letters"
import { applicants, filled, openForm, publishedProfile } from "#test/applying"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson, type TestWorkspace } from "#test/keelson"
import { linkPages, mailbox } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { enter, memberWith, monthly, recordPartnership } from "#test/promises"
import { runEverything } from "#test/queue"
import { plain, type ReceivedMail, startSmtp } from "#test/smtp"
import { addTask } from "#test/tasks"

/*
 * Every mail that Keelson sends, in each language: written in the reader's, whole, and leading to where that reader may go. What a
 * piece of news says of each kind is held by modules/notifications/words.test.ts; here it is one of them on its way.
 */
const smtp = await startSmtp()
afterAll(smtp.stop)
const clock = movableClock("2027-05-03T07:00:00.000Z")
const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url, PUBLIC_URL: "https://k.example" } })
const { send, pageOf } = linkPages(keelson)

/** What an account says of its owner, as browsers say it. */
const locales = { en: "en-GB", de: "de-AT", es: "es-MX", fr: "fr-CA", pt: "pt-BR", ja: "ja-JP" } as const
/** Words that each mail in a language has, and no mail in another. */
const marks: Readonly<Record<keyof typeof locales, RegExp>> = {
  en: /\b(the|you|your|this)\b/i,
  de: /\b(Sie|Ihr|Ihre|Ihnen)\b/,
  es: /(?<!\p{L})(el|los|las|del|usted|una|enlace)(?!\p{L})/iu,
  fr: /(?<!\p{L})(vous|votre|cette)(?!\p{L})/iu,
  pt: /(?<!\p{L})(você|não|seu|sua|uma)(?!\p{L})/iu,
  ja: /[ぁ-ん]/u,
}
const subjectOf = (text: string): string => /^Subject: (.*(?:\n[ \t].*)*)$/m.exec(text)?.[1] ?? ""

/** In that language and no other, with nothing left open. */
const expectWhole = (language: Language, letter: string) => {
  // A random address spells short words by chance.
  const said = letter.replaceAll(/https?:\S+/g, "")
  expect(said).toMatch(marks[language])
  for (const other of languageCodes.filter((each) => each !== language)) expect(said).not.toMatch(marks[other])
  expect(letter).not.toMatch(/\{\{|\}\}|\$t\(|undefined|null|\[object|Invalid Date|NaN|\b(news|mails|links):/)
}

/** Subject and text as they are read; headers are for machines. */
const readable = ({ raw }: ReceivedMail): string => {
  const [headers = "", ...text] = plain(raw).split("\n\n")
  const subject = subjectOf(headers)
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, word: string) => word.replaceAll("_", " "))
    .replaceAll(/=\?UTF-8\?B\?(.*?)\?=\s*/gi, (_, word: string) => Buffer.from(word, "base64").toString("utf8"))
  return [subject, ...text].join("\n\n")
}

const speakAll = (locale: string) => runAsOwner(keelson.ownerUrl, `update identity."user" set "locale" = '${locale}'`)

test("mails are sent from four places, each of which is held here", () => {
  const files = globSync("{platform,modules,commands,core}/**/*.ts").filter((path) => !path.endsWith(".test.ts"))
  const sending = [...files, "composition.ts"].filter((path) =>
    /\bmail\.send\(|\bpostMail\(|transport\.sendMail\(|\bsendOnce\(/.test(readFileSync(path, "utf8")),
  )
  expect(sending.sort()).toEqual([
    "composition.ts", // sign-in's letters
    "modules/links/codeJobs.ts",
    "modules/links/jobs.ts",
    "modules/links/mailing.ts",
    "modules/notifications/jobs.ts",
    "platform/mail-job.ts",
    "platform/mail.ts",
  ])
})

describe.each(languageCodes)("in %s", (language) => {
  const locale = locales[language]
  const kim = { id: "1", name: "Kim", email: "kim@host.example", locale }

  test("what sign-in writes", () => {
    const notices: Readonly<Record<Notice, true>> = {
      ...{ guessed: true, "new-device": true, "password-changed": true },
      ...{ "factor-on": true, "factor-off": true, "codes-made-anew": true },
    }
    const letters = identityMails(keelson.platform.texts)
    const from = { device: "", address: "" }
    const sent = [
      letters.magicLink(kim, "https://k.example/x"),
      letters.passwordReset(kim, "https://k.example/x"),
      ...Object.keys(notices).map((notice) => letters.notice(kim, notice as Notice, from)),
    ]
    for (const { subject, text } of sent) expectWhole(language, `${subject}\n\n${text}`)
    expect(new Set(sent.map(({ subject }) => subject)).size).toBe(sent.length)
  })

  test("links, codes, locks, invitations and news, to both sides", async () => {
    const workspace = await keelson.workspace("Nordlicht")
    const people = await playIn(workspace, locale)
    const mails = smtp.mails().filter(({ to }) => people.some((email) => to.includes(email)))
    for (const mail of mails) {
      expectWhole(language, readable(mail))
      for (const [address] of plain(mail.raw).matchAll(/https?:\/\/[^\s>]+/g))
        expect(address).toMatch(/^https:\/\/k\.example\//)
    }
    const addresses = (email: string) =>
      mails
        .filter(({ to }) => to.includes(email))
        .flatMap(({ raw }) => plain(raw).match(/https:\/\/k\.example\/[^\s>]+/g) ?? [])
    const [manager = "", partner = "", stranger = ""] = people
    const ofNews = (email: string) => addresses(email).filter((each) => !/\/(l\/|invitation\?)/.test(each))
    expect(ofNews(manager).length).toBeGreaterThan(0)
    for (const each of ofNews(manager)) expect(each).toContain(`/w/${workspace.slug}/`)
    expect(ofNews(partner).length).toBeGreaterThan(0)
    for (const each of ofNews(partner)) expect(each).toContain(`/portal/${workspace.slug}/`)
    expect(addresses(stranger)).toHaveLength(1)
    const acts = await runAsOwner<{ act: string }>(
      keelson.ownerUrl,
      `select distinct act from link where mailed_at is not null and workspace_id = '${workspace.system.workspaceId}' order by act`,
    )
    expect(acts.map(({ act }) => act)).toEqual(keelson.platform.contributed.linkActs.map(({ kind }) => kind).sort())
    const subjects = mails.map((mail) => subjectOf(plain(mail.raw)))
    expect(new Set(subjects).size).toBeGreaterThanOrEqual(5)
  })
})

/** Lets everything happen that is mailed by a link, and some news; whom it was mailed to. */
const playIn = async (workspace: TestWorkspace, locale: string): Promise<readonly string[]> => {
  clock.moveTo("2027-05-03T07:00:00.000Z")
  const manager = await workspace.as("partner_manager")
  const eva = await memberWith(keelson, workspace, "partner_manager")
  const { id: partnership, organizationId } = await recordPartnership(manager, `Cascade ${crypto.randomUUID()}`, eva.id)
  const aya = await workspace.asPartner(organizationId)
  await speakAll(locale)
  const promised = [
    monthly("partner", { title: "Umsatz", weight: 3, evidenceNeeded: "confirmation" }),
    monthly("host", { title: "Leads" }),
  ]
  await enter(manager, partnership, promised, { startsOn: "2027-05-01", endsOn: "2027-12-31" })
  clock.moveTo("2027-07-12T07:00:00.000Z")
  await runEverything(keelson)
  const { body } = await manager.call(listCommitments, { partnership })
  const missedBy = (side: "host" | "partner") =>
    body.occurrences.find(({ state, owedBy }) => state === "missed" && owedBy === side)?.id ?? ""
  await aya.call(reportOccurrence, {
    occurrence: missedBy("partner"),
    evidence: [{ kind: "link", url: "https://k.example/mai", note: "Mai" }],
  })
  const waived = { occurrence: missedBy("host"), kind: "waive", reason: "Mai" } as const
  expect((await manager.call(proposeForPromise, waived)).status).toBe(200)
  const sponsor = `otto.${crypto.randomUUID()}@sponsor.example`
  const share = { partnership, name: "Otto", email: sponsor, language: languageOf(locale) } as const
  expect((await manager.call(shareOverview, share)).status).toBe(201)
  const about = { subjectKind: "partnership", subjectId: partnership }
  await aya.call(writeComment, { ...about, body: "Mai?" })
  await manager.call(writeComment, { ...about, body: "Mai!" })
  const { items } = (await aya.call(listTaskOwners, { partnership, side: "partner" })).body
  await addTask(manager, partnership, "partner", "Mai", { ownerId: items[0]?.userId ?? "" })
  const stranger = `new.${crypto.randomUUID()}@else.example`
  const owner = await workspace.as("owner")
  await speakAll(locale)
  expect((await owner.call(invite, { email: stranger, side: "host", role: "viewer" })).status).toBe(201)
  const applicant = await applyIn(workspace, languageOf(locale))
  const signer = await askToSignIn(manager, aya, { partnership, organizationId }, workspace)
  await runEverything(keelson)
  const path = mailbox(smtp, eva.email).link()
  await send(path, { ask: "code" })
  await runEverything(keelson)
  const code = mailbox(smtp, eva.email).code()
  for (let wrong = 0; wrong < 5; wrong++)
    await send(path, { code: String((Number(code) + 1) % 1_000_000).padStart(6, "0") })
  expect(await pageOf(path)).not.toContain(code)
  await runEverything(keelson)
  const [partner] = await runAsOwner<{ email: string }>(
    keelson.ownerUrl,
    `select email from partner_user where workspace_id = '${workspace.system.workspaceId}'`,
  )
  return [eva.email, partner?.email ?? "", stranger, sponsor, applicant, signer]
}

/** Somebody without an account is asked to sign an agreement that both sides hold. */
const askToSignIn = async (
  manager: Caller,
  partner: Caller,
  { partnership, organizationId }: Readonly<{ partnership: string; organizationId: string }>,
  workspace: TestWorkspace,
): Promise<string> => {
  const body = { title: "Mai", startsOn: "2027-07-01", objectives: [], commitments: [] }
  const { id, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
  const words = {
    agreementDraft: id,
    clauses: [{ key: "mai", heading: "Mai", level: 1, content: [] }],
    terms: {},
  } as const
  await manager.call(writeAgreementText, words as never, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft: id, number: 1 })
  const email = `mai.${crypto.randomUUID()}@signs.example`
  const { workspaceId } = workspace.system
  const signers = [
    { partyId: workspaceId, name: "Kim", email: (await memberWith(keelson, workspace, "partner_manager")).email },
    { partyId: organizationId, name: "Mai", email },
  ]
  expect((await manager.call(startSigning, { agreementDraft: id, signers })).status).toBe(201)
  return email
}

/** Somebody applies, gets the receipt, and is asked for more. */
const applyIn = async (workspace: TestWorkspace, language: Language): Promise<string> => {
  const manager = await workspace.as("partner_manager")
  const words = [{ language, title: "Mai", intro: null, questions: ["Mai?"] }]
  const { url } = await openForm(manager, await publishedProfile(manager), { words })
  const { send: apply, keyIn, pageOf: formAt } = applicants(keelson)
  const page = keyIn(await formAt(url))
  clock.moveTo("2027-07-12T08:00:00.000Z")
  const email = `mai.${crypto.randomUUID()}@applied.example`
  expect((await apply(url, { ...filled, email, language, page })).status).toBe(303)
  await runEverything(keelson)
  const [{ id: application = "" } = {}] = (await manager.call(listApplications, {})).body.items
  expect((await manager.call(askApplicant, { application, asked: "Mai?" }, { ifMatch: 1 })).status).toBe(200)
  return email
}
