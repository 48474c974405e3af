import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayEditPrograms, mayKeepCertificates, mayReadPrograms } from "./policy.ts"

test("programs are the host's own; editors write them and keep who is certified", () => {
  expect(verdictsOf(mayReadPrograms)).toEqual(only(hosts))
  expect(verdictsOf(mayEditPrograms)).toEqual(only(editors))
  expect(verdictsOf(mayKeepCertificates)).toEqual(only(editors))
})
