import { z } from "zod"
import { receivedFileRefusals } from "#contract/files"
import { downloadShape, endpoint, instantShape } from "#core/endpoint"

/** What a file that somebody brings is found to be. */
export const outcomes = ["sealed", "unlisted", "added", "changed", "unknown"] as const
export type Outcome = (typeof outcomes)[number]

export const verifyDocument = endpoint("POST", "/verify", {
  scope: "public",
  summary:
    "Says whether a file is a document that was sealed here, unchanged: compared byte by byte, by its SHA-256. The file is not kept. Of one that is not, nothing is told that the file does not say.",
  changes: [],
  uploads: "file",
  output: z.object({
    outcome: z
      .enum(outcomes)
      .describe(
        "sealed: exactly the file; unlisted: sealed by us and whole, but not on record (any more); added: something was added after our seal; changed: our seal is on it and does not fit; unknown: not a file that we sealed",
      ),
    sha256: z.string().describe("of the file that was sent"),
    document: z
      .object({
        workspaceName: z.string(),
        title: z.string(),
        signers: z.number().int(),
        sealedAt: instantShape,
      })
      .nullable()
      .describe("of exactly that file alone"),
    certificateUntil: instantShape
      .nullable()
      .describe("of the certificate it was sealed with; null unless sealed or unlisted"),
    hasCertificateEnded: z.boolean(),
  }),
  refusals: {
    "file-is-empty": receivedFileRefusals["file-is-empty"],
    "not-a-pdf": { status: 422, title: "This is not a PDF. Choose the PDF as you received it." },
    "pdf-encrypted": {
      status: 422,
      title:
        "This PDF is protected with a password, and nothing that was sealed here is. Choose the file as you received it.",
    },
  },
})
export type Verified = z.input<typeof verifyDocument.output>

export const getSealAuthority = endpoint("GET", "/verify/authority", {
  scope: "public",
  summary:
    "The certificates of the authorities that this installation made for itself, for programs that shall trust its seals (PEM).",
  reads: [],
  output: downloadShape,
  downloads: "application/x-pem-file",
  refusals: {
    "nothing-sealed-yet": { status: 409, title: "Nothing has been sealed here yet, so there is no certificate." },
  },
})
