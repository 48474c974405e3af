import { expect, test } from "vitest"
import type { WorkspaceActor } from "#core/actor"
import { hosts, memberOf, only, partnerUserOf, verdictsOf } from "#test/actors"
import { mayDropView, maySaveViews } from "./policy.ts"

test("the host's people save views, and drop those of their own", () => {
  expect(verdictsOf(maySaveViews)).toEqual(only(hosts))
  const view = { userId: memberOf("viewer").userId }
  expect(verdictsOf((actor) => mayDropView(actor as WorkspaceActor, view))).toEqual(only(["viewer"], "not-your-view"))
  const seller = partnerUserOf("seller")
  expect(mayDropView(seller, seller)).toBe("role-may-not")
})
