import { z } from "zod"
import { abilityShape, endpoint, idShape, plainDateShape, textShape } from "#core/endpoint"
import { alreadyRetracted, inTheFuture, roleMayNot } from "#core/refusalTexts"

const certificate = z.object({
  id: idShape,
  contactId: idShape,
  person: z.string(),
  kind: z.string(),
  issuedOn: plainDateShape,
  validUntil: plainDateShape.nullable().describe("its last day; null holds for good"),
  isValid: z.boolean().describe("today"),
  abilities: z.object({ takeBack: abilityShape }),
})
export type CertificateView = z.input<typeof certificate>

export const mostCertificates = 1_000

export const listCertificates = endpoint("GET", "/partnerships/:partnership/certificates", {
  summary: "Who of a partner is certified for what, and until when. A partner reads its own people's.",
  reads: ["certificates"],
  params: { partnership: idShape },
  output: z.object({ items: z.array(certificate), abilities: z.object({ record: abilityShape }) }),
})

export const recordCertificate = endpoint("POST", "/partnerships/:partnership/certificates", {
  makes: true,
  summary: "Records that a person of a partner was certified.",
  changes: ["certificates", "programs"],
  params: { partnership: idShape },
  input: {
    contactId: idShape,
    kind: textShape(120),
    issuedOn: plainDateShape,
    validUntil: plainDateShape.optional(),
  },
  output: certificate,
  refusals: {
    ...roleMayNot,
    ...inTheFuture,
    "person-not-known": { status: 422, title: "This is nobody of the partner's people. Choose another person." },
    "last-day-too-early": { status: 422, title: "Its last day lies before the day it was issued on." },
    "too-many-certificates": { status: 409, title: `There are ${mostCertificates} certificates of this company.` },
  },
})

export const takeBackCertificate = endpoint("POST", "/certificates/:certificate/retraction", {
  summary: "Takes back a certificate that was recorded wrongly. It counts no longer; what was evaluated stays.",
  changes: ["certificates", "programs"],
  params: { certificate: idShape },
  output: z.object({ id: idShape }),
  refusals: { ...roleMayNot, ...alreadyRetracted },
})
