import { expect, test } from "vitest"
import type { Actor, WorkspaceActor } from "#core/actor"
import { company, host, hosts, memberOf, only, otherCompany, partners, partnerUserOf, verdictsOf } from "#test/actors"
import { mayEdit, mayMarkRead, mayRemove, mayWrite } from "./policy.ts"

const writers = [...hosts.filter((name) => name !== "viewer"), ...partners]
const insider = (may: (actor: WorkspaceActor) => true | string) => (actor: Actor) =>
  actor.kind === "person" || actor.kind === "anonymous" ? "not-your-comment" : may(actor)

test("whoever sees a thread writes in it, but for viewers", () => {
  expect(verdictsOf(mayWrite)).toEqual(only(writers))
})

test("only the author changes a comment, and they change or remove it only while they may write at all", () => {
  const of = (userId: string) => ({ authorId: userId, partyId: host })
  expect(verdictsOf((actor) => mayEdit(actor, of(memberOf("contributor").userId)))).toEqual(
    only(["contributor"], "not-your-comment"),
  )
  const viewer = memberOf("viewer")
  expect(mayEdit(viewer, of(viewer.userId))).toBe("role-may-not")
  expect(mayRemove(viewer, of(viewer.userId))).toBe("role-may-not")
})

test("what the host's people said is removed by its author and the host's administrators", () => {
  const comment = { authorId: memberOf("contributor").userId, partyId: host }
  expect(verdictsOf(insider((actor) => mayRemove(actor, comment)))).toEqual(
    only(["owner", "admin", "contributor"], "not-your-comment"),
  )
})

test("what a company's people said is removed by its author and that company's administrators", () => {
  const comment = { authorId: partnerUserOf("seller").userId, partyId: company }
  expect(verdictsOf(insider((actor) => mayRemove(actor, comment)))).toEqual(
    only(["partner's partner_admin", "partner's seller"], "not-your-comment"),
  )
  expect(mayRemove(partnerUserOf("partner_admin", otherCompany), comment)).toBe("not-your-comment")
})

test("everybody inside marks what they have read", () => {
  expect(mayMarkRead(memberOf("viewer"))).toBe(true)
  expect(mayMarkRead(partnerUserOf("seller"))).toBe(true)
  expect(() => mayMarkRead({ kind: "anonymous" })).toThrow()
})
