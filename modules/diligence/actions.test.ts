import { expect, test } from "vitest"
import { convertCandidate, decideCandidate, getCandidate } from "#contract/recruitment"
import { diligenceKinds } from "#rules/diligence"
import { partnershipTypes } from "#rules/partnerships"
import { openDiligence } from "#test/diligence"
import { memberWith } from "#test/promises"
import { openScene } from "#test/recruiting"
import * as contract from "./contract.ts"

/* It is 1 March 2027. */
const scene = await openScene()
const { keelson, workspace, manager, ada, ben, eve, benId } = scene
const { add, company, give, of, review } = openDiligence(manager)
const executive = await workspace.as("executive")

test("every type has a list in six languages; a workspace changes one, and whoever was asked keeps theirs", async () => {
  for (const type of partnershipTypes) {
    const asks = new Set<string>()
    for (const language of ["en", "de", "es", "fr", "pt", "ja"] as const) {
      const { requirements, isOwn } = (await manager.call(contract.getDiligenceList, { type, language })).body
      expect(isOwn).toBe(false)
      expect(requirements.filter(({ isRequired }) => isRequired).length).toBeGreaterThan(3)
      expect(requirements.every(({ asks: words, kind }) => words.length > 10 && !words.includes(kind))).toBe(true)
      asks.add(requirements[0]?.asks ?? "")
    }
    expect(asks.size).toBe(6)
  }
  const acme = await company("Acme")
  await manager.call(contract.askDiligence, { organization: acme, type: "referral" })
  const before = (await manager.call(contract.getDiligenceList, { type: "referral" })).body
  const own = {
    kind: "other" as const,
    asks: "A letter of the founder",
    isRequired: true,
    months: null,
    remindDays: 30,
  }
  const edit = (requirements: object[], ifMatch: number, caller = manager) =>
    caller.call(contract.editDiligenceList, { type: "referral", requirements: requirements as never }, { ifMatch })
  expect((await edit([own], before.version, eve)).status).toBe(403)
  const twice = [...before.requirements, before.requirements[0] ?? own]
  expect((await edit(twice, before.version)).body).toMatchObject({ code: "kind-twice" })
  const changed = (await edit([own, ...before.requirements.slice(0, 1)], before.version)).body
  expect(changed).toMatchObject({ isOwn: true, requirements: [{ kind: "other", needsAnother: false }, {}] })
  expect((await edit([own], before.version)).status).toBe(412)
  expect(changed.ready).toEqual(before.requirements)
  const { items } = (await manager.call(contract.listDiligenceLists)).body
  expect(items.find(({ type }) => type === "referral")).toEqual({
    type: "referral",
    isOwn: true,
    asked: 2,
    required: 2,
  })
  expect(items).toHaveLength(partnershipTypes.length)
  expect((await of(acme)).items.map(({ kind }) => kind)).toEqual(before.requirements.map(({ kind }) => kind))
  // What is new on the list is asked for by asking again, and nothing twice.
  const again = (await manager.call(contract.askDiligence, { organization: acme, type: "referral" })).body
  expect(again.items).toHaveLength(before.requirements.length + 1)
  expect((await manager.call(contract.askDiligence, { organization: acme, type: "referral" })).body).toMatchObject({
    code: "nothing-to-ask",
  })
})

test("two who ask at once ask once; whoever asks follows up, or whom they name", async () => {
  const acme = await company("Twice")
  const ask = (more = {}) => manager.call(contract.askDiligence, { organization: acme, type: "reseller", ...more })
  expect((await ask({ ownerId: acme })).body).toMatchObject({ code: "owner-not-known" })
  const both = await Promise.all([ask(), ask({ ownerId: benId })])
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  const { items, abilities } = await of(acme)
  expect(new Set(items.map(({ kind }) => kind)).size).toBe(items.length)
  const { id } = await memberWith(keelson, workspace, "partner_manager")
  expect([id, benId]).toContain(items[0]?.ownerId)
  expect(abilities).toEqual({ ask: true })
  expect((await of(acme, eve)).abilities).toEqual({ ask: "role-may-not" })
})

test("evidence is brought by whoever has it and judged by somebody who may; newer evidence is not valid until then", async () => {
  const acme = await company("Rounds")
  const item = await add(acme)
  expect(item).toMatchObject({ standing: "asked", rounds: [], abilities: { give: true, edit: true, need: true } })
  expect((await give(item.id, {}, eve)).status).toBe(403)
  const first = (await give(item.id, {}, ben)).body
  // Good for twelve months: through the day before the same-numbered one.
  expect(first).toMatchObject({
    number: 1,
    state: "received",
    validThrough: "2028-02-29",
    givenBy: "contributor of Nordlicht",
  })
  expect((await give(item.id)).body).toMatchObject({ code: "review-first" })
  expect((await review(first, "accepted", undefined, ben)).status).toBe(403)
  expect((await review(first, "refused")).body).toMatchObject({ code: "review-why-needed" })
  expect((await review(first, "accepted", undefined, executive)).body).toMatchObject({ state: "accepted" })
  const [valid] = (await of(acme)).items
  expect(valid).toMatchObject({ standing: "valid", validThrough: "2028-02-29", waitsForReview: false })
  const second = (await give(item.id, { validThrough: "2029-06-30", link: "https://acme.example/tax.pdf" })).body
  expect((await of(acme)).items[0]).toMatchObject({
    ...{ standing: "valid", validThrough: "2028-02-29", waitsForReview: true },
    rounds: [
      { number: 2, state: "received" },
      { number: 1, state: "accepted" },
    ],
  })
  const change = { diligenceRound: second.id, note: "The right one", validThrough: "2029-07-31" }
  const changed = (await manager.call(contract.changeEvidence, change, { ifMatch: second.version })).body
  expect(changed).toMatchObject({ link: null, issuedOn: null, validThrough: "2029-07-31", note: "The right one" })
  expect((await review(second, "accepted")).status).toBe(412)
  const accepted = (await review(changed, "accepted")).body
  expect((await of(acme)).items[0]).toMatchObject({ standing: "valid", validThrough: "2029-07-31" })
  const late = await manager.call(contract.changeEvidence, change, { ifMatch: accepted.version })
  expect(late.body).toMatchObject({ code: "already-reviewed" })
  // Withdrawn by whoever issued it: the one before counts again.
  expect((await review(accepted, "refused", "Withdrawn by the authority")).status).toBe(200)
  expect((await of(acme)).items[0]).toMatchObject({ standing: "valid", validThrough: "2028-02-29" })
})

test("evidence may be a file, the host's alone, added and taken away until somebody has reviewed it", async () => {
  const acme = await company("Files")
  const item = await add(acme, { needsAnother: true })
  const bare = (await give(item.id, { note: undefined })).body
  expect((await review(bare, "accepted", undefined, ada)).body).toMatchObject({ code: "no-evidence" })
  const send = (name: string, caller = manager) =>
    caller.call(contract.addEvidenceFile, { diligenceRound: bare.id }, { file: { name, content: `in ${name}` } })
  expect((await send("tax.txt", eve)).status).toBe(403)
  expect((await send("tax.exe")).body).toMatchObject({ code: "file-type-not-accepted" })
  const { files } = (await send("tax.txt", ben)).body
  expect(files).toMatchObject([{ name: "tax.txt", uploaderName: "contributor of Nordlicht", download: true }])
  const file = { diligenceRound: bare.id, evidenceFile: files[0]?.id ?? "" }
  const got = await fetch(
    `${keelson.address}/api/w/${workspace.slug}/diligence-rounds/${bare.id}/files/${file.evidenceFile}/content`,
    { headers: { cookie: eve.cookie } },
  )
  expect([got.status, await got.text()]).toEqual([200, "in tax.txt"])
  expect((await review(bare, "accepted")).body).toMatchObject({ code: "own-evidence" })
  expect((await manager.call(contract.removeEvidenceFile, file)).body).toMatchObject({ files: [] })
  expect((await manager.call(contract.removeEvidenceFile, file)).status).toBe(404)
  await send("other.txt")
  expect((await review(bare, "accepted", undefined, ada)).status).toBe(200)
  expect((await send("late.txt")).body).toMatchObject({ code: "already-reviewed" })
  const [round] = (await of(acme)).items[0]?.rounds ?? []
  expect(round).toMatchObject({
    files: [{ name: "other.txt" }],
    abilities: { change: "already-reviewed", refuse: "own-evidence" },
  })
  expect(
    (await manager.call(contract.removeEvidenceFile, { ...file, evidenceFile: round?.files[0]?.id ?? "" })).body,
  ).toMatchObject({
    code: "already-reviewed",
  })
})

test("an item is taken off with a reason and put back on; its kind stays once there is evidence", async () => {
  const acme = await company("Needs")
  const item = await add(acme)
  const need = (isNeeded: boolean, ifMatch: number) =>
    manager.call(
      contract.needDiligenceItem,
      { diligenceItem: item.id, isNeeded, why: "They pay none here" },
      { ifMatch },
    )
  const off = (await need(false, item.version)).body
  expect(off).toMatchObject({
    standing: "not_needed",
    why: "They pay none here",
    settledBy: "partner_manager of Nordlicht",
  })
  expect((await give(item.id)).body).toMatchObject({ code: "not-needed-now" })
  expect((await of(acme)).concern).toEqual({ missing: 0, expired: 0, matches: 0, asked: 1 })
  const on = (await need(true, off.version)).body
  expect(on).toMatchObject({ standing: "asked", why: null })
  expect((await of(acme)).concern.missing).toBe(1)
  expect((await need(true, on.version)).body).toMatchObject({ code: "need-unchanged" })
  const details = { asks: "Anew", isRequired: false, months: 6, remindDays: 5, ownerId: benId }
  const edit = (kind: contract.DiligenceKind, ifMatch: number) =>
    manager.call(contract.editDiligenceItem, { diligenceItem: item.id, kind, ...details }, { ifMatch })
  const edited = (await edit("references", on.version)).body
  expect(edited).toMatchObject({ kind: "references", ...details, ownerName: "contributor of Nordlicht" })
  await give(item.id)
  const [{ version } = { version: 0 }] = (await of(acme)).items
  expect((await edit("other", version)).body).toMatchObject({ code: "kind-has-evidence" })
})

test("what a check met holds approval and conversion until it is cleared or a reason is given", async () => {
  const candidate = await scene.add("Matched")
  const item = await add(candidate.organizationId, { kind: "sanctions_screening", needsAnother: false })
  const check = (result: contract.CheckResult) =>
    ({
      note: undefined,
      issuedOn: undefined,
      check: { result, register: "EU list", reference: "R-1", checkedOn: "2027-03-01" },
    }) as const
  const met = (await give(item.id, check("possible_match"))).body
  expect(met).toMatchObject({
    check: { result: "possible_match", register: "EU list", reference: "R-1" },
    validThrough: "2028-02-29",
  })
  expect(await scene.whole(candidate.id)).toMatchObject({ diligence: { missing: 1, expired: 0, matches: 1, asked: 1 } })
  const [{ version } = { version: 0 }] = (await of(candidate.organizationId)).items
  const off = { diligenceItem: item.id, isNeeded: false, why: "We skip it" }
  expect((await manager.call(contract.needDiligenceItem, off, { ifMatch: version })).body).toMatchObject({
    code: "match-open",
  })
  expect((await scene.decide(candidate.id, {})).body).toMatchObject({ code: "diligence-reason-needed" })
  expect((await scene.decide(candidate.id, { diligenceReason: "Another of that name" })).body).toMatchObject({
    decisions: [{ diligenceReason: "Another of that name", diligence: { missing: 1, matches: 1 } }],
    abilities: { convert: true },
  })
  // Something is met after it was approved: the approval does not speak of that.
  scene.clock.moveTo("2027-03-02T09:00:00.000Z")
  expect((await review(met, "accepted")).body).toMatchObject({ code: "clearing-why-needed" })
  expect((await review(met, "accepted", "Born in another year")).status).toBe(200)
  const again = (await give(item.id, check("match"))).body
  const convert = async () =>
    manager.call(convertCandidate, { candidate: candidate.id }, { ifMatch: (await scene.whole(candidate.id)).version })
  expect((await convert()).body).toMatchObject({ code: "match-uncleared" })
  expect((await scene.whole(candidate.id)).abilities.convert).toBe("match-uncleared")
  await review(again, "refused", "It is them")
  expect((await convert()).body).toMatchObject({ code: "match-uncleared" })
  const clear = (await give(item.id, check("clear"))).body
  await review(clear, "accepted")
  expect((await convert()).status).toBe(201)
  // What was found out about the company is the partner's from now on.
  expect((await of(candidate.organizationId)).items[0]).toMatchObject({ standing: "valid", rounds: { length: 3 } })
})

test("lists show what waits: for review, cleared, run out, missing; of whom nobody thinks any more nothing does", async () => {
  const candidate = await scene.add("Listed")
  const item = await add(candidate.organizationId, { kind: "references", months: null })
  const waiting = async (waits: (typeof contract.diligenceFilters)[number]) =>
    (await manager.call(contract.listDiligenceItems, { waits, limit: 200 })).body.items
      .filter(({ organizationName }) => organizationName === "Listed")
      .map(({ kind }) => kind)
  expect([await waiting("missing"), await waiting("review")]).toEqual([["references"], []])
  await give(item.id)
  expect([await waiting("missing"), await waiting("review")]).toEqual([["references"], ["references"]])
  const declined = await manager.call(
    decideCandidate,
    { candidate: candidate.id, outcome: "declined", why: "Too small" },
    { ifMatch: candidate.version },
  )
  expect(declined.status).toBe(201)
  expect([await waiting("missing"), await waiting("review")]).toEqual([[], []])
  expect((await of(candidate.organizationId)).items[0]).toMatchObject({ isResting: true, waitsForReview: true })
  expect((await manager.call(getCandidate, { candidate: candidate.id })).body.diligence.asked).toBe(1)
  const all = (await manager.call(contract.listDiligenceItems, { kind: "references", limit: 200 })).body.items
  expect(all.some(({ organizationName }) => organizationName === "Listed")).toBe(true)
  expect(diligenceKinds).toContain("references")
})
