import { expect, test } from "vitest"
import type { WorkspaceActor } from "#core/actor"
import { hosts, memberOf, only, partnerUserOf, verdictsOf } from "#test/actors"
import { mayChangeView, maySaveViews } from "./policy.ts"

test("the host's people save views, and change those of their own; administrators also what is shared", () => {
  expect(verdictsOf(maySaveViews)).toEqual(only(hosts))
  const own = { userId: memberOf("viewer").userId, isShared: false }
  expect(verdictsOf((actor) => mayChangeView(actor as WorkspaceActor, own))).toEqual(only(["viewer"], "not-your-view"))
  expect(verdictsOf((actor) => mayChangeView(actor as WorkspaceActor, { ...own, isShared: true }))).toEqual(
    only(["keelson", "owner", "admin", "viewer"], "not-your-view"),
  )
  const seller = partnerUserOf("seller")
  expect(mayChangeView(seller, { ...seller, isShared: false })).toBe("role-may-not")
})
