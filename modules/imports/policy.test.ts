import { expect, test } from "vitest"
import { administrators, editors, memberOf, only, verdictsOf } from "#test/actors"
import { mayImport, mayUndoImport } from "./policy.ts"

test("owners, admins and partner managers import", () => {
  expect(verdictsOf(mayImport)).toEqual(only(editors))
})

test("an import is undone by owners and admins, and by the partner manager who made it", () => {
  expect(verdictsOf((actor) => mayUndoImport(actor, { createdBy: null }))).toEqual(only(administrators))
  const byManager = { createdBy: memberOf("partner_manager").userId }
  expect(verdictsOf((actor) => mayUndoImport(actor, byManager))).toEqual(only([...administrators, "partner_manager"]))
  const byFormerEditor = { createdBy: memberOf("viewer").userId }
  expect(verdictsOf((actor) => mayUndoImport(actor, byFormerEditor))).toEqual(only(administrators))
})
