import { expect, test } from "vitest"
import { listNotifications } from "#contract/notifications"
import { asks, openPrograms, terms, tier } from "#test/programs"
import { runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const scene = await openPrograms("2028-03-01T09:00:00.000Z")
const { clock, manager, workspace, programOf, enrol, standing, person, certified } = scene
const bare = [tier("member", [])]

test("a program holds once published, from its day; what was published stays, and what says the same makes no version", async () => {
  const made = (await manager.call(contract.makeProgram, { name: "Bare", terms: terms([]) })).body
  const publish = (version: number, holdsFrom = "2028-03-01") =>
    manager.call(contract.publishProgram, { program: made.id, holdsFrom }, { ifMatch: version })
  expect((await publish(made.version)).body).toMatchObject({ code: "no-tiers" })
  const { id } = await scene.partner("Early")
  expect(await enrol(made.id, id)).toMatchObject({ code: "not-in-force-yet" })
  const edit = async (said: ReturnType<typeof terms>, version: number) =>
    (await manager.call(contract.editProgram, { program: made.id, name: "Bare", terms: said }, { ifMatch: version }))
      .body
  const written = await edit(terms(bare), made.version)
  expect((await publish(written.version, "2028-02-29")).body).toMatchObject({ code: "holds-in-the-past" })
  const published = (await publish(written.version)).body
  expect(published).toMatchObject({ published: 1, holds: 1, versions: [{ number: 1, holdsFrom: "2028-03-01" }] })
  expect((await publish(published.version)).body).toMatchObject({ code: "nothing-changed" })
  expect(await enrol(made.id, id)).toMatchObject({ tier: "MEMBER" })
  const without = await edit(terms([tier("other", [])]), published.version)
  expect((await publish(without.version)).body).toMatchObject({ code: "tier-is-held" })
  const later = await edit(terms([...bare, tier("gold", [])]), without.version)
  expect((await publish(later.version, "2028-04-01")).body).toMatchObject({ published: 2, holds: 1 })
  const { items } = (await manager.call(contract.listPrograms)).body
  expect(items.find((each) => each.id === made.id)).toMatchObject({ tiers: ["MEMBER"], enrolled: 1, inGrace: 0 })
  const viewer = await workspace.as("viewer")
  expect((await viewer.call(contract.makeProgram, { name: "Mine", terms: terms(bare) })).status).toBe(403)
  expect((await viewer.call(contract.getProgram, { program: made.id })).body).toMatchObject({
    abilities: { edit: "role-may-not", publish: "role-may-not", enrol: "role-may-not" },
  })
})

test("what a tier asks for has to be whole before it can be tried or published", async () => {
  for (const [tiers, code] of [
    [[tier("a", []), tier("a", [])], "tier-twice"],
    [[tier("a", [asks({ kind: "won" }), asks({ kind: "won" })])], "requirement-twice"],
    [[tier("a", [asks({ kind: "metric" })])], "requirement-incomplete"],
  ] as const) {
    const made = (await manager.call(contract.makeProgram, { name: code, terms: terms([...tiers]) })).body
    const tried = await manager.call(contract.tryProgram, { program: made.id })
    const said = { program: made.id, holdsFrom: "2028-03-01" }
    const published = await manager.call(contract.publishProgram, said, { ifMatch: made.version })
    expect([tried.body, published.body]).toMatchObject([{ code }, { code }])
    expect(made.abilities.publish).toBe(code)
  }
})

test("a partnership is in a program once, of its type, with a tier that there is; two at once make one", async () => {
  const program = await programOf("Once", terms(bare), "2028-03-01", { partnershipType: "reseller" })
  const { id } = await scene.partner("Twice")
  expect(await enrol(program.id, id, "gold")).toMatchObject({ code: "tier-not-known" })
  const both = await Promise.all([enrol(program.id, id), enrol(program.id, id)])
  expect(both.map((each) => ("code" in each ? each.code : each.tier)).sort()).toEqual(["MEMBER", "already-enrolled"])
  expect(await enrol(program.id, program.id)).toMatchObject({ code: "partnership-not-known" })
  const other = await programOf("Other", terms(bare), "2028-03-01", { partnershipType: "msp" })
  expect(await enrol(other.id, id)).toMatchObject({ code: "type-differs" })
  const { items } = (await manager.call(contract.listEnrolled, { program: program.id })).body
  expect(items).toMatchObject([{ name: "Twice", tier: "MEMBER", standing: "met", next: null, progress: null }])
  const { enrolmentId } = await standing(id)
  expect((await manager.call(contract.endEnrolment, { enrolment: enrolmentId })).body).toEqual({
    endedOn: "2028-03-01",
  })
  expect((await manager.call(contract.endEnrolment, { enrolment: enrolmentId })).body).toMatchObject({
    code: "enrolment-ended",
  })
  expect(await enrol(program.id, id)).toMatchObject({ tier: "MEMBER" })
})

test("what is looked at by hand is pending until somebody has, and says so on both sides at once", async () => {
  const asked = [...bare, tier("gold", [asks({ kind: "by_hand", key: "plan", about: "A joint plan" })])]
  const program = await programOf("By hand", terms(asked), "2028-03-01")
  const { id, organizationId } = await scene.partner("Planner")
  const { enrolmentId } = await enrol(program.id, id)
  const check = async (isMet: boolean, requirement = "plan", caller = manager) =>
    (await caller.call(contract.checkByHand, { enrolment: enrolmentId, requirement, isMet })).body
  expect((await standing(id)).tiers[1]).toMatchObject({ standing: "pending", lines: [{ progress: null }] })
  expect(await check(false)).toMatchObject({ tier: "MEMBER", tiers: [{}, { standing: "not_met" }] })
  expect(await check(true)).toMatchObject({
    tier: "MEMBER",
    tiers: [{}, { standing: "met", lines: [{ progress: 100 }] }],
  })
  expect(await check(true, "else")).toMatchObject({ code: "not-by-hand" })
  const partner = await workspace.asPartner(organizationId)
  expect(await check(true, "plan", partner)).toMatchObject({ code: "role-may-not" })
  const evaluated = await manager.call(contract.evaluateEnrolment, { enrolment: enrolmentId })
  expect(evaluated.body).toMatchObject({ tier: "GOLD", tierSince: "2028-03-01" })
  const [listed] = (await manager.call(contract.listEnrolled, { program: program.id })).body.items
  expect(listed).toMatchObject({ tier: "GOLD", next: null })
})

test("certificates are of the partner's own people, valid through their last day; what was wrong is taken back", async () => {
  const { id, organizationId } = await scene.partner("Certified")
  const other = await scene.partner("Other people")
  const [anna, stranger] = [await person(organizationId, "Anna"), await person(other.organizationId, "Zoe")]
  expect(await certified(id, stranger, "2028-01-01")).toMatchObject({ code: "person-not-known" })
  expect(await certified(id, anna, "2028-03-02")).toMatchObject({ code: "in-the-future" })
  expect(await certified(id, anna, "2028-01-02", { validUntil: "2028-01-01" })).toMatchObject({
    code: "last-day-too-early",
  })
  const made = await certified(id, anna, "2028-01-01", { validUntil: "2028-03-01" })
  expect(made).toMatchObject({ person: "Anna", isValid: true })
  clock.moveTo("2028-03-02T09:00:00.000Z")
  const partner = await workspace.asPartner(organizationId)
  const list = async (caller = manager) => (await caller.call(contract.listCertificates, { partnership: id })).body
  expect(await list(partner)).toMatchObject({
    ...{ items: [{ person: "Anna", isValid: false }], abilities: { record: "role-may-not" } },
  })
  expect((await partner.call(contract.listCertificates, { partnership: other.id })).status).toBe(404)
  const takeBack = (caller = manager) => caller.call(contract.takeBackCertificate, { certificate: made.id })
  expect((await takeBack(partner)).status).toBe(403)
  expect((await takeBack()).body).toEqual({ id: made.id })
  expect((await takeBack()).body).toMatchObject({ code: "already-retracted" })
  expect((await list()).items).toEqual([])
})

test("a retired program goes on for nobody: standings stay as history on both sides, and nobody is told anything", async () => {
  const gold = tier("gold", [asks({ kind: "certified", threshold: 1 })])
  clock.moveTo("2028-05-01T09:00:00.000Z")
  const program = await programOf("Retiring", terms([...bare, gold]), "2028-05-01")
  const next = await programOf("Next", terms(bare), "2028-05-01")
  const [stays, leaves, never] = [
    await scene.partner("Stays in"),
    await scene.partner("Leaves before"),
    await scene.partner("Never in"),
  ]
  const inGrace = await enrol(program.id, stays.id, "gold")
  expect(inGrace).toMatchObject({ tier: "GOLD", graceUntil: "2028-06-30", retiredOn: null })
  const left = await enrol(program.id, leaves.id)
  await enrol(next.id, stays.id)
  await manager.call(contract.endEnrolment, { enrolment: left.enrolmentId })
  const { version } = (await manager.call(contract.getProgram, { program: program.id })).body
  const retire = async (caller = manager, reason = "Nobody asked for it", ifMatch = version) =>
    (await caller.call(contract.retireProgram, { program: program.id, reason }, { ifMatch })).body
  const partner = await workspace.asPartner(stays.organizationId)
  expect(await retire(await workspace.as("viewer"))).toMatchObject({ code: "role-may-not" })
  expect(await retire(partner)).toMatchObject({ status: 404 })
  clock.moveTo("2028-05-20T09:00:00.000Z")
  const retired = await retire()
  expect(retired).toMatchObject({
    ...{ retiredOn: "2028-05-20", retiredReason: "Nobody asked for it" },
    abilities: { edit: "program-retired", publish: "program-retired", enrol: "program-retired" },
  })
  // What was decided of it and not told yet is told no more; of the other program it is.
  await runQueued("notifications.tell", scene.keelson)
  const heard = (await partner.call(listNotifications, {})).body.items
  expect(heard.map(({ kind, payload }) => [kind, payload.program])).toEqual([["tier_reached", "Next"]])
  const refused = { code: "program-retired" }
  const about = { program: program.id, name: "Retiring", terms: terms(bare) }
  expect(await retire(manager, "Again", retired.version)).toMatchObject(refused)
  expect(await enrol(program.id, never.id)).toMatchObject(refused)
  expect((await manager.call(contract.editProgram, about, { ifMatch: retired.version })).body).toMatchObject(refused)
  const publishing = { program: program.id, holdsFrom: "2028-06-01" }
  const published = await manager.call(contract.publishProgram, publishing, { ifMatch: retired.version })
  expect(published.body).toMatchObject(refused)
  expect((await manager.call(contract.tryProgram, { program: program.id })).body).toMatchObject(refused)
  const enrolment = inGrace.enrolmentId
  expect((await manager.call(contract.evaluateEnrolment, { enrolment })).body).toMatchObject(refused)
  expect((await manager.call(contract.endEnrolment, { enrolment })).body).toMatchObject(refused)
  const checking = { enrolment, requirement: "certified", isMet: true }
  expect((await manager.call(contract.checkByHand, checking)).body).toMatchObject(refused)
  expect((await manager.call(contract.evaluateEnrolment, { enrolment: left.enrolmentId })).body).toMatchObject({
    code: "enrolment-ended",
  })

  // The grace would have run out, and a month turned: nothing is looked at or decided of what ended; the other goes on.
  clock.moveTo("2028-07-01T09:00:00.000Z")
  await scene.turnDay()
  expect(await scene.history(enrolment)).toHaveLength(1)
  const told = async (caller = manager) =>
    (await caller.call(contract.listStandings, { partnership: stays.id })).body.items.map((each) => [
      ...[each.program, each.tier, each.on, each.retiredOn, each.graceUntil],
    ])
  const asItStood = [
    ["Next", "MEMBER", "2028-07-01", null, null],
    ["Retiring", "GOLD", "2028-05-01", "2028-05-20", null],
  ]
  expect(await told()).toEqual(asItStood)
  expect(await told(partner)).toEqual(asItStood)
  expect((await manager.call(contract.listStandings, { partnership: leaves.id })).body.items).toEqual([])
  const { items } = (await manager.call(contract.listEnrolled, { program: program.id })).body
  expect(items.map(({ name, retiredOn }) => [name, retiredOn])).toEqual([["Stays in", "2028-05-20"]])
  const programs = (await manager.call(contract.listPrograms)).body.items
  expect(programs.find(({ id }) => id === program.id)).toMatchObject({ retiredOn: "2028-05-20", enrolled: 0 })
  expect(programs.find(({ id }) => id === next.id)).toMatchObject({ retiredOn: null, enrolled: 1 })
})
