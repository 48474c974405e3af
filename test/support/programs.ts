import { enterAgreement } from "#contract/agreements"
import { moveDeal, recordDeal } from "#contract/deals"
import { createContact } from "#contract/people"
import * as contract from "#contract/programs"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob } from "#test/promises"

type Asked = Readonly<{ kind: contract.RequirementKind; key?: string; about?: string; threshold?: number }>

/** A requirement as a program asks for it; won deals and metrics of twelve months. */
export const asks = ({ kind, key = kind, ...more }: Asked) => ({
  ...{ key, kind, windowMonths: contract.hasWindow(kind) ? 12 : 0 },
  ...more,
})
export const tier = (key: string, requirements: ReturnType<typeof asks>[], discountBps: number | null = null) => ({
  ...{ key, name: key.toUpperCase(), requirements, benefits: { discountBps, words: [] } },
})
export const terms = (tiers: ReturnType<typeof tier>[], graceDays = 60) => ({
  ...{ currency: "EUR", graceDays, rhythm: "monthly" as const, tiers },
})

/** A workspace of its own on the movable clock, and what is done in it again and again. */
export const openPrograms = async (start: string) => {
  const clock = movableClock(start)
  const keelson = await startTestKeelson({ clock })
  const workspace = await keelson.workspace("Nordlicht")
  const manager = await workspace.as("partner_manager")

  const programOf = async (name: string, said: ReturnType<typeof terms>, holdsFrom: string, more = {}) => {
    const made = (await manager.call(contract.makeProgram, { name, terms: said, ...more })).body
    return (await manager.call(contract.publishProgram, { program: made.id, holdsFrom }, { ifMatch: made.version }))
      .body
  }
  const enrol = async (program: Id, partnershipId: Id, tierKey?: string) =>
    (await manager.call(contract.enrol, { program, partnershipId, ...(tierKey ? { tier: tierKey } : {}) })).body
  const standing = async (partnership: Id, caller = manager) => {
    const [item] = (await caller.call(contract.listStandings, { partnership })).body.items
    if (!item) throw new Error("nobody is enrolled")
    return item
  }
  const history = async (enrolment: Id) => (await manager.call(contract.getEnrolment, { enrolment })).body.evaluations
  const turnDay = () => runJob("programs.turn-day", keelson)
  const won = async (partnership: Id, closedOn: string, euros: number, currency = "EUR") => {
    const amount = { amountMinor: Math.round(euros * 100), currency }
    const registeredAt = `${closedOn}T08:00:00.000Z`
    const said = { partnership, name: `Deal of ${closedOn}`, amount, registeredBy: "host" as const, registeredAt }
    const { id, version } = (await manager.call(recordDeal, said)).body
    const approved = await manager.call(moveDeal, { deal: id, state: "approved" }, { ifMatch: version })
    const done = { deal: id, state: "won" as const, closedOn }
    return (await manager.call(moveDeal, done, { ifMatch: approved.body.version ?? version })).body
  }
  const person = async (organizationId: Id, name: string) =>
    (await manager.call(createContact, { name, organizationId })).body.id
  const certified = async (partnership: Id, contactId: Id, issuedOn: string, more = {}) =>
    (await manager.call(contract.recordCertificate, { partnership, contactId, kind: "Expert", issuedOn, ...more })).body
  const sign = (partnership: Id, startsOn: string, endsOn: string) =>
    manager.call(enterAgreement, { partnership, title: "Frame agreement", startsOn, endsOn, noticeDays: 90 })
  return {
    ...{
      clock,
      keelson,
      workspace,
      manager,
      programOf,
      enrol,
      standing,
      history,
      turnDay,
      won,
      person,
      certified,
      sign,
    },
    partner: (name: string) => recordPartnership(manager, name),
  }
}
