import { expect, test } from "vitest"
import { formatIn } from "#core/format"
import { openTexts } from "#platform/texts"
import { certificateOf } from "./certificate.ts"
import type * as store from "./store.ts"

const say = openTexts(process.cwd()).in("en")
const speech = { language: "en", say, format: formatIn("en", "Europe/Berlin") } as const
const at = (minute: number) => `2027-03-03T09:${String(minute).padStart(2, "0")}:00.000Z`
const round = { id: "round", hash: "f".repeat(64), startedAt: at(0), endedAt: at(40) } as store.RoundRow
const signer = (name: string, more: Partial<store.SignerRow>) =>
  ({
    ...{
      id: name,
      partyId: "cascade",
      name,
      email: `${name}@x.example`,
      userId: null,
      state: "waiting",
      askedAt: null,
      doneAt: null,
      mark: null,
    },
    ...{ paperOn: null, countsOn: null, paperByName: null, paperHash: null },
    ...{ method: null, address: null, insteadOf: null, replacedByName: null, replaceReason: null, addedAt: at(0) },
    ...more,
  }) as store.SignerRow
const typed = { mark: { kind: "typed", text: "x" }, state: "signed" } as const
const signers = [
  signer("Ben", { ...typed, partyId: "host", userId: "ben", askedAt: at(1), doneAt: at(5), method: "sign_in_factor" }),
  signer("Aya", { state: "replaced", askedAt: at(6), doneAt: at(10) }),
  signer("Kenji", {
    ...{ ...typed, askedAt: at(11), doneAt: at(40), method: "link_code", address: "203.0.113.7", insteadOf: "Aya" },
    ...{ replacedByName: "Aya", replaceReason: "on holiday", addedAt: at(10) },
  }),
  signer("Tom", { state: "removed", doneAt: at(20), replacedByName: "Eva", replaceReason: "not needed" }),
]
const certificate = certificateOf({ round, signers } as never, {
  ...{ speech, nameOf: (party) => (party === "host" ? "Nordlicht" : "Cascade"), starter: "Eva" },
  verifyAt: "https://keelson.example/verify",
  // Aya's went out; Kenji's, twice.
  mails: new Map([
    ["Aya", [at(7)]],
    ["Kenji", [at(12), at(30)]],
  ]),
})

test("scenario 12: a certificate names who signed, for whom, how they were known, and nobody else", () => {
  expect(certificate.signatures.map(({ name, party, method, address }) => [name, party, method, address])).toEqual([
    ["Ben", "Nordlicht", "Signed in with the account of Ben@x.example, which asks for a second factor", null],
    ["Kenji", "Cascade", "By a single-use link and a code, both mailed to Kenji@x.example", "203.0.113.7"],
  ])
  expect(certificate.signatures[1]?.inPlaceOf).toEqual({ name: "Aya", by: "Aya", at: at(10), reason: "on holiday" })
  expect(certificate.signatures[0]).not.toHaveProperty("inPlaceOf")
})

test("its trail tells what happened, in the order in which it did: mails when they really went, none that did not", () => {
  expect(certificate.trail.map(({ at: when, who, what }) => [when.slice(14, 16), who, what])).toEqual([
    ["00", "Eva", "Sent for signing"],
    ["01", null, "Ben was asked to sign"],
    ["05", "Ben", "Signed"],
    ["07", null, "Aya was asked to sign, by a link to their mailbox"],
    ["10", "Aya", "Kenji named as signer instead of Aya"],
    ["12", null, "Kenji was asked to sign, by a link to their mailbox"],
    ["20", "Eva", "Tom taken out as signer"],
    ["30", null, "Kenji was asked to sign, by a link to their mailbox"],
    ["40", "Kenji", "Signed"],
    ["40", null, "Signed by all"],
  ])
})

const day = speech.format.date

test("scenario 12: of what was signed on paper no check is named: its day, by whom it was uploaded, and its file", () => {
  const [ben, ...others] = signers
  if (!ben) throw new Error("Ben signs")
  const carl = signer("Carl", {
    ...{ state: "signed", method: "paper", doneAt: at(30), paperOn: "2027-02-27", countsOn: "2027-03-03" },
    ...{ paperByName: "Eva Brandt", paperHash: "a".repeat(64), address: null },
  })
  const { signatures, trail } = certificateOf({ round, signers: [ben, carl, ...others] } as never, {
    ...{
      speech,
      nameOf: () => "Cascade",
      starter: "Eva",
      verifyAt: "https://keelson.example/verify",
      mails: new Map(),
    },
  })
  expect(signatures.find(({ name }) => name === "Carl")).toEqual({
    ...{ name: "Carl", party: "Cascade", mark: null, at: at(30), address: null },
    method: `On paper, dated ${day("2027-02-27")}, uploaded by Eva Brandt and not checked by us; counts for ${day("2027-03-03")}. SHA-256 of the file: ${"a".repeat(64)}`,
  })
  expect(trail.filter(({ what }) => what.includes("paper"))).toEqual([
    { at: at(30), who: "Eva Brandt", what: `What Carl signed on paper, dated ${day("2027-02-27")}, uploaded` },
  ])
})
