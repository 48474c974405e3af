import { expect, test } from "vitest"
import { editors, hosts, only, verdictsOf } from "#test/actors"
import { mayAppeal, mayEditPrograms, mayKeepCertificates, mayReadPrograms } from "./policy.ts"

test("programs are the host's own; editors write them and keep who is certified", () => {
  expect(verdictsOf(mayReadPrograms)).toEqual(only(hosts))
  expect(verdictsOf(mayEditPrograms)).toEqual(only(editors))
  expect(verdictsOf(mayKeepCertificates)).toEqual(only(editors))
})

test("who speaks for a partner appeals for it; the host's people decide, and do not", () => {
  const verdicts = verdictsOf(mayAppeal)
  expect(verdicts["may"]).toEqual(["partner's partner_admin", "partner's executive"])
  expect(verdicts["partner-appeals"]).toEqual(hosts)
  expect(verdicts["role-may-not"]).toContain("partner's seller")
})
