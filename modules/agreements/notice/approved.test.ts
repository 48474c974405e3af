import { expect, test } from "vitest"
import { answerApproval, listApprovals, setApprovalRule } from "#contract/approvals"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, recordPartnership } from "#test/promises"
import { getAgreement, getNotice, giveNotice, terminateAgreement } from "../contract.ts"

const { moveTo, ...clock } = movableClock("2027-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const quarterly = {
  startsOn: "2027-01-31",
  endsOn: undefined,
  noticeDays: undefined,
  noticeMonths: 3,
  noticeTo: "quarter",
}

const signed = async (name: string) => {
  const { id, organizationId } = await recordPartnership(manager, name)
  const { id: agreement } = await enter(manager, id, [], quarterly)
  return { agreement, aya: await workspace.asPartner(organizationId, "partner_admin") }
}
const read = async (agreement: Id) => (await manager.call(getAgreement, { agreement })).body

test("one's own notice is approved first where the workspace wants that, and given on the day of the last yes", async () => {
  const steps = [{ name: "Head", role: "executive" as const }]
  expect((await owner.call(setApprovalRule, { approvable: "agreement.notice", steps }, { ifMatch: 0 })).status).toBe(
    200,
  )
  const head = await workspace.as("executive")
  const [soon, late, theirs] = [await signed("Approved"), await signed("Approved too late"), await signed("Theirs")]
  // What the other side says nobody here approves.
  expect((await theirs.aya.call(giveNotice, { agreement: theirs.agreement, endsOn: "2027-06-30" })).status).toBe(201)
  for (const { agreement } of [soon, late]) {
    const asked = await manager.call(giveNotice, { agreement, endsOn: "2027-06-30" })
    expect(asked.body).toMatchObject({ isAsked: true, given: [], abilities: { give: "approval-waits" } })
    expect((await read(agreement)).endsOn).toBeNull()
  }
  expect((await soon.aya.call(getNotice, { agreement: soon.agreement })).body).toMatchObject({ isAsked: false })
  expect(
    (await owner.call(setApprovalRule, { approvable: "agreement.termination", steps }, { ifMatch: 0 })).status,
  ).toBe(200)
  const early = { agreement: soon.agreement, endsOn: "2027-05-31", reason: "sooner, if they agree" }
  expect((await manager.call(terminateAgreement, early)).status).toBe(200)
  const { items } = (await head.call(listApprovals, { state: "waiting" })).body
  const answer = (agreement: Id) => {
    const { id = "", hash = "" } =
      items.find(({ subjectId, kind }) => subjectId === agreement && kind === "agreement.notice") ?? {}
    return head.call(answerApproval, { approval: id, hash, decision: "approve" })
  }
  moveTo("2027-03-31T09:00:00.000Z")
  expect((await answer(soon.agreement)).status).toBe(200)
  // What else waited of it is about an agreement that has changed.
  expect((await head.call(listApprovals, { state: "void" })).body.items).toMatchObject([{ subjectId: soon.agreement }])
  const { notice, endsOn } = await read(soon.agreement)
  expect([notice, endsOn]).toMatchObject([{ countsOn: "2027-03-31", givenBySide: "host" }, "2027-06-30"])
  // The yes came after the last day: nothing is given, and nobody is told that it was.
  moveTo("2027-04-01T09:00:00.000Z")
  expect(await answer(late.agreement)).toMatchObject({ status: 409, body: { code: "not-possible-any-more" } })
  expect((await read(late.agreement)).notice).toBeNull()
})
