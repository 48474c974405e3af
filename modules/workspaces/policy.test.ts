import { expect, test } from "vitest"
import { memberRoles } from "#core/actor"
import { administrators, editors, hosts, only, verdictsOf } from "#test/actors"
import {
  mayEditWorkspace,
  mayEndDemo,
  mayFoundWorkspace,
  mayReadWorkspace,
  maySeeToRecord,
  maySeeToWorkspace,
} from "./policy.ts"

test("the host reads its settings, owners and admins change them", () => {
  expect(verdictsOf(mayReadWorkspace)).toEqual(only(hosts))
  expect(verdictsOf(mayEditWorkspace)).toEqual(only(administrators))
})

test("who is led to what, before they enter: as the same role may once it is there", () => {
  const access = memberRoles.map((role) => ({ side: "host", role }))
  const led = (may: (access: { side: string; role?: string }) => true | "role-may-not") =>
    access.filter((each) => may(each) === true).map(({ role }) => role)
  expect(led(maySeeToRecord)).toEqual(editors.slice(1))
  expect(led(maySeeToWorkspace)).toEqual(administrators.slice(1))
  for (const may of [maySeeToRecord, maySeeToWorkspace])
    for (const none of [{ side: "partner", role: "owner" }, { side: "host" }]) expect(may(none)).toBe("role-may-not")
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
