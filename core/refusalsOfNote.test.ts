import { expect, test } from "vitest"
import type { Member, PartnerUser, WorkspaceActor } from "./actor.ts"
import { kindOfRefusal, ofNoteFrom, refusalKinds, refusalOf } from "./refusalsOfNote.ts"

const tenant = { workspaceId: "w", timeZone: "Europe/Berlin", userId: "u" }
const viewer: Member = { ...tenant, kind: "member", side: "host", memberId: "m", role: "viewer" }
const seller: PartnerUser = {
  ...{ ...tenant, kind: "partner-user", side: "partner", partnerUserId: "p" },
  ...{ organizationId: "o", partnershipIds: [], role: "seller" },
}
const roles =
  (...wanted: string[]) =>
  (other: WorkspaceActor) =>
    "role" in other && wanted.includes(other.role)

test("what only owners or admins may is a matter of administration, whoever asks", () => {
  for (const asker of [viewer, seller])
    for (const may of [roles("owner"), roles("admin"), roles("owner", "admin")])
      expect(kindOfRefusal(asker, may)).toBe("administration.refused")
})

test("what the host's people may and no role of the company is the host's matter, to a partner alone", () => {
  const hosts = roles("owner", "admin", "partner_manager")
  expect(kindOfRefusal(seller, hosts)).toBe("host_matters.refused")
  expect(kindOfRefusal(viewer, hosts)).toBe("act.refused")
  expect(kindOfRefusal(seller, roles("owner", "contributor", "partner_admin"))).toBe("act.refused")
  expect(kindOfRefusal(seller, roles("owner", "partner_admin"))).toBe("act.refused")
})

test("what nobody may as things are says nothing about a role", () => {
  for (const asker of [viewer, seller]) expect(kindOfRefusal(asker, () => false)).toBe("act.refused")
})

test("others are asked about as the same person of the same workspace", () => {
  const asked: WorkspaceActor[] = []
  kindOfRefusal(seller, (other) => asked.push(other) < 0)
  expect(asked.map((each) => ("userId" in each ? each.userId : ""))).toEqual(asked.map(() => "u"))
  expect(new Set(asked.map(({ workspaceId }) => workspaceId))).toEqual(new Set(["w"]))
})

test("a slip in a form, a conflict and a fault are nobody's refusal; what is not there is, in a workspace", () => {
  const answers = [400, 409, 412, 422, 428, 429, 500, 503].map((status) => ({ status, code: "any" }))
  expect(answers.flatMap((answer) => refusalOf("workspace", answer, undefined) ?? [])).toEqual([])
  expect(refusalOf("workspace", { status: 404, code: "not-found" }, undefined)).toBe("unseen.refused")
  expect(refusalOf("workspace", { status: 404, code: "invalid-input" }, undefined)).toBeUndefined()
  expect(refusalOf("link", { status: 404, code: "not-found" }, undefined)).toBeUndefined()
  expect(refusalOf("workspace", { status: 403, code: "any" }, "host_matters.refused")).toBe("host_matters.refused")
  expect(refusalOf("workspace", { status: 403, code: "any" }, undefined)).toBe("act.refused")
  expect([403, 410].map((status) => refusalOf("link", { status, code: "any" }, undefined))).toEqual([
    "link.refused",
    "link.refused",
  ])
  expect(refusalOf("workspace", { status: 410, code: "any" }, undefined)).toBeUndefined()
})

test("what the pages never offer is of note sooner than what an old page asks, and no single page reaches any", () => {
  expect(Object.keys(ofNoteFrom).sort()).toEqual([...refusalKinds].sort())
  const [admins, hosts] = [ofNoteFrom["administration.refused"], ofNoteFrom["host_matters.refused"]]
  expect([admins, hosts]).toEqual([5, 5])
  expect(ofNoteFrom["act.refused"]).toBe(10)
  expect(ofNoteFrom["link.refused"]).toBe(10)
  expect(ofNoteFrom["unseen.refused"]).toBe(20)
})
