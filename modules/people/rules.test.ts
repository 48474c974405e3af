import fc from "fast-check"
import { expect, test } from "vitest"
import { partnershipTypes } from "#rules/partnerships"
import { type Assignment, decideAcceptance, decideEnd, decideOwnerLeaves, neededRoles, vacanciesOf } from "./rules.ts"

test("somebody stays owner, whoever leaves", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 }),
      fc.constantFrom("a", "b", "c"),
      (owners, leaving) => {
        const isLast = owners.length === 1 && owners[0] === leaving
        expect(decideOwnerLeaves(owners, leaving)).toEqual(isLast ? { refusal: "last-owner" } : true)
      },
    ),
  )
})

test("an invitation is good once, until it is taken back or expires", () => {
  const open = { acceptedAt: null, revokedAt: null, expiresAt: "2026-11-23T12:00:00.000Z" }
  const now = "2026-11-23T11:59:59.999Z"
  expect(decideAcceptance(open, now)).toBe(true)
  expect(decideAcceptance(open, open.expiresAt)).toEqual({ refusal: "invitation-expired" })
  expect(decideAcceptance({ ...open, revokedAt: now }, now)).toEqual({ refusal: "invitation-revoked" })
  expect(decideAcceptance({ ...open, acceptedAt: now, revokedAt: now }, now)).toEqual({
    refusal: "invitation-accepted",
  })
})

const parties = { host: "us", companies: ["them"] }

const sponsor = {
  role: "executive_sponsor",
  partyId: "us",
  contactName: "Kim",
  fromOn: "2026-01-01",
  toOn: null,
} as const

test("before anyone is named, the roles a type needs are vacant since ever", () => {
  for (const type of partnershipTypes) {
    const vacant = vacanciesOf(type, parties, [], "2026-11-23").map(({ side, role }) => `${side} ${role}`)
    const needed = (["host", "partner"] as const).flatMap((side) =>
      neededRoles[type][side].map((role) => `${side} ${role}`),
    )
    expect(vacant.toSorted()).toEqual(needed.toSorted())
  }
})

test("a role is vacant from the day after its last day, and no longer once somebody follows", () => {
  const left = { ...sponsor, toOn: "2026-11-10" }
  const vacancy = (assignments: readonly Assignment[], day: string) =>
    vacanciesOf("strategic_alliance", parties, assignments, day).find(
      ({ role, side }) => role === "executive_sponsor" && side === "host",
    )
  expect(vacancy([left], "2026-11-10")).toBeUndefined()
  expect(vacancy([left], "2026-11-11")).toMatchObject({ sinceOn: "2026-11-11", lastHolder: "Kim" })
  expect(vacancy([left, { ...sponsor, fromOn: "2026-11-20" }], "2026-11-23")).toBeUndefined()
  expect(vacancy([left, { ...sponsor, fromOn: "2026-11-20" }], "2026-11-15")).toMatchObject({ sinceOn: "2026-11-11" })
})

test("a role once held and left is a vacancy even where the type does not need it", () => {
  const lawyer: Assignment = { ...sponsor, role: "legal", toOn: "2026-10-01" }
  expect(vacanciesOf("referral", parties, [lawyer], "2026-11-23")).toContainEqual({
    partyId: "us",
    side: "host",
    role: "legal",
    sinceOn: "2026-10-02",
    lastHolder: "Kim",
  })
})

test("in a consortium each company has its own vacancies", () => {
  const consortium = { host: "us", companies: ["them", "those"] }
  const theirs: Assignment = { ...sponsor, partyId: "them" }
  const vacant = vacanciesOf("consortium", consortium, [theirs], "2026-11-23")
  expect(vacant.filter(({ role }) => role === "executive_sponsor").map(({ partyId }) => partyId)).toEqual([
    "us",
    "those",
  ])
})

test("a role ends once, not before it began and not in the future", () => {
  const today = "2026-11-23"
  expect(decideEnd(sponsor, today, today)).toBe(today)
  expect(decideEnd(sponsor, "2025-12-31", today)).toMatchObject({ refusal: "ends-before-start" })
  expect(decideEnd(sponsor, "2026-11-24", today)).toMatchObject({ refusal: "ends-in-future" })
  expect(decideEnd({ ...sponsor, toOn: today }, today, today)).toMatchObject({ refusal: "already-ended" })
})
