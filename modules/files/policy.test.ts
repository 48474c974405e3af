import { expect, test } from "vitest"
import {
  administrators,
  company,
  host,
  members,
  only,
  otherCompany,
  outsiders,
  partners,
  verdictsOf,
} from "#test/actors"
import { mayAddFile, mayRemoveFile } from "./policy.ts"

const workers = members.filter((role) => role !== "viewer")

test("everybody but viewers adds files to what they see", () => {
  expect(verdictsOf((actor) => mayAddFile(actor))).toEqual(only(["keelson", ...workers, ...partners]))
})

test("to what is somebody's own word they alone add, while they may add at all", () => {
  const { may, ...no } = verdictsOf((actor) => mayAddFile(actor, { addedToBy: "user of seller" }))
  expect(may).toEqual(["partner's seller"])
  expect(no["role-may-not"]).toEqual(["viewer", ...outsiders])
  expect(no["not-yours-to-add-to"]).toEqual([
    "keelson",
    ...workers,
    ...partners.filter((name) => name !== "partner's seller"),
  ])
  expect(verdictsOf((actor) => mayAddFile(actor, { addedToBy: "user of viewer" }))["may"]).toBeUndefined()
})

const removing = (file: { uploadedBy: string | null; partyId: string }) =>
  verdictsOf((actor) => mayRemoveFile(actor, file))

test("a file of a company is removed by who uploaded it, that company's admin and the host's administrators", () => {
  const { may, ...no } = removing({ uploadedBy: "user of seller", partyId: company })
  expect(may).toEqual([...administrators, "partner's partner_admin", "partner's seller"])
  expect(no["role-may-not"]).toEqual(["viewer", ...outsiders])
})

test("a file of the host is removed by who uploaded it and its administrators, by no company's admin", () => {
  expect(removing({ uploadedBy: "user of contributor", partyId: host })["may"]).toEqual([
    ...administrators,
    "contributor",
  ])
})

test("a company's admin removes nothing of another company, and whoever nobody uploaded is nobody's own", () => {
  expect(removing({ uploadedBy: null, partyId: otherCompany })["may"]).toEqual(administrators)
})
