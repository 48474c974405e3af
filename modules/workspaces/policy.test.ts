import { expect, test } from "vitest"
import { administrators, hosts, only, verdictsOf } from "#test/actors"
import { mayEditWorkspace, mayEndDemo, mayFoundWorkspace, mayReadWorkspace } from "./policy.ts"

test("the host reads its settings, owners and admins change them", () => {
  expect(verdictsOf(mayReadWorkspace)).toEqual(only(hosts))
  expect(verdictsOf(mayEditWorkspace)).toEqual(only(administrators))
})

test("who owns a demo may end its accounts", () => {
  expect(mayEndDemo({ side: "host", role: "owner" })).toBe(true)
  for (const access of [{ side: "host", role: "admin" }, { side: "host" }, { side: "partner", role: "owner" }])
    expect(mayEndDemo(access)).toBe("role-may-not")
})

test("who owns a workspace may found another", () => {
  expect(mayFoundWorkspace([{ side: "host", role: "owner" }])).toBe(true)
  for (const access of [[], [{ side: "host", role: "admin" }], [{ side: "partner", role: "owner" }]])
    expect(mayFoundWorkspace(access)).toBe("role-may-not")
})
