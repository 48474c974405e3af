import {
  agreeToVersion,
  draftAgreement,
  getAgreementDraft,
  moveAgreementDraft,
  writeAgreementText,
} from "#contract/agreements"
import * as contract from "#contract/signing"
import type { Id } from "#core/ids"
import { movableClock } from "./clock.ts"
import { recordConsortium } from "./consortium.ts"
import { type Caller, startTestKeelson } from "./keelson.ts"
import { linkPages, mailbox } from "./link-pages.ts"
import { memberWith, partnerAddress, recordPartnership } from "./promises.ts"
import { runEverything } from "./queue.ts"
import { startSmtp } from "./smtp.ts"

export const start = "2027-03-03T09:00:00.000Z"

export const clauses = [
  {
    ...{ key: "purpose", heading: "Purpose", level: 1 as const },
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Both sell together." }] }],
  },
]
export const typed = (text: string) => ({ kind: "typed", text }) as const

/** A workspace in which agreements are signed: those that both sides hold, who signs them, and how. */
export const signingScene = async () => {
  const smtp = await startSmtp()
  const clock = movableClock(start)
  const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
  const workspace = await keelson.workspace("Nordlicht")
  const manager = await workspace.as("partner_manager")
  const ben = await workspace.as("executive")
  const bens = await memberWith(keelson, workspace, "executive")
  const { pageOf, formOf, proofOf, send } = linkPages(keelson)

  const accountOf = (company: Id) => partnerAddress(keelson, company)

  /** An agreement that both sides hold to be the one, with somebody of either who has an account. */
  const agreed = async (name: string, text: object = { clauses }, more: object = {}) => {
    const { id: partnership, organizationId } = await recordPartnership(manager, name)
    const partner = await workspace.asPartner(organizationId)
    const body = { title: `Frame ${name}`, startsOn: "2027-03-01", objectives: [], commitments: [], ...more }
    const { id, version } = (await manager.call(draftAgreement, { partnership, ...body } as never)).body
    await manager.call(writeAgreementText, { agreementDraft: id, clauses, terms: {}, ...text }, { ifMatch: version })
    await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
    for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft: id, number: 1 })
    return { id, partnership, organizationId, partner, email: await accountOf(organizationId) }
  }

  const host = workspace.system.workspaceId
  const benSigns = { partyId: host, name: "Ben Host", email: bens.email }
  const ayaSigns = ({ organizationId, email }: Readonly<{ organizationId: Id; email: string }>) => ({
    partyId: organizationId,
    name: "Aya Mori",
    email,
  })
  const startWith = (id: Id, signers: object[], more: object = {}) =>
    manager.call(contract.startSigning, { agreementDraft: id, signers, ...more } as never)
  const overview = async (who: Caller, id: Id) => (await who.call(contract.getSigning, { agreementDraft: id })).body
  const signerNamed = async (who: Caller, id: Id, name: string) => {
    const found = (await overview(who, id)).latest?.signers.find((each) => each.name === name)
    if (!found) throw new Error(`no signer ${name}`)
    return found
  }
  const sign = async (who: Caller, id: Id, name: string, mark: object = typed(name)) => {
    const { latest } = await overview(who, id)
    const agreementSigner = (await signerNamed(who, id, name)).id
    return who.call(contract.signAgreement, { agreementSigner, mark, hash: latest?.hash ?? "" } as never)
  }
  const stateOf = async (id: Id) => (await manager.call(getAgreementDraft, { agreementDraft: id })).body.state
  const run = () => runEverything(keelson)

  /** Asks for the code on a link's page, types it, and presses. */
  const signByLink = async (box: ReturnType<typeof mailbox>, words: string, press = "sign", headers = {}) => {
    const path = box.link()
    await send(path, { ask: "code" })
    await run()
    const shown = await (await send(path, { code: box.code() })).text()
    const answer = await send(path, { page: formOf(shown), proof: proofOf(shown), press, words }, headers)
    return { shown, status: answer.status, path }
  }

  /** A consortium that holds one text, and how its companies' people sign. */
  const threeParties = async () => {
    const { partnership, companies, first, second } = await recordConsortium(workspace)
    const body = { title: "Three of us", startsOn: "2027-03-01", objectives: [], commitments: [] }
    const { id, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
    await manager.call(writeAgreementText, { agreementDraft: id, clauses, terms: {} }, { ifMatch: version })
    await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
    for (const who of [manager, first, second]) await who.call(agreeToVersion, { agreementDraft: id, number: 1 })
    const [ayas, carls] = companies
    const signers = [
      benSigns,
      { partyId: ayas, name: "Aya", email: await accountOf(ayas) },
      { partyId: carls, name: "Carl", email: await accountOf(carls) },
    ]
    return { id, first, second, signers }
  }

  return {
    ...{ smtp, clock, keelson, workspace, manager, ben, pageOf, send, agreed, threeParties, benSigns, ayaSigns },
    ...{ startWith, overview, signerNamed, sign, signByLink, stateOf, run },
    boxOf: (email: string) => mailbox(smtp, email),
    /** An address that nobody else of this test has. */
    addressOf: (name: string) => `${name}-${crypto.randomUUID()}@cascade.example`,
  }
}
