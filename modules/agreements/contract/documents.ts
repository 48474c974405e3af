import { z } from "zod"
import { documentRefusals, localeShape } from "#contract/documents"
import { unavailableFileRefusals } from "#contract/files"
import { downloadShape, endpoint, idShape, storedDownloadShape } from "#core/endpoint"

const reads = ["agreements", "files", "organizations", "partnerships", "workspaces"] as const
const { "document-too-heavy": tooHeavy } = documentRefusals
const query = { locale: localeShape }
const pdf = "application/pdf"

export const downloadVersion = endpoint("GET", "/agreement-versions/:agreementVersion/document.pdf", {
  summary:
    "A version of the words with all that is agreed with it, as a PDF to read and print, in the reader's language. It says at its head what it is: a draft that binds nobody, what every party agreed to and signs, or a copy of what is in force.",
  reads,
  params: { agreementVersion: idShape },
  query,
  output: downloadShape,
  downloads: pdf,
  refusals: { "document-too-heavy": tooHeavy },
})

/** A file in which both sides write on. */
export const downloadWord = endpoint("GET", "/agreement-versions/:agreementVersion/document.docx", {
  summary:
    "A version of the words as a file for Word: clauses with their numbers, terms as values; it knows which version it was made of, so that it can be taken in again. With `since`, what became of that earlier version is marked as changes.",
  reads,
  params: { agreementVersion: idShape },
  query: { ...query, since: z.coerce.number().int().min(1).max(100_000).optional() },
  output: downloadShape,
  downloads: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  refusals: {
    "no-such-version": { status: 422, title: "There is no version of this number. Look at which ones there are." },
  },
})

export const downloadAgreement = endpoint("GET", "/agreements/:agreement/document.pdf", {
  summary:
    "An agreement as a PDF: the file that was signed, byte for byte, where one is kept; else the words in force, made now, which say that they are a copy and no signed original.",
  reads,
  params: { agreement: idShape },
  query,
  output: z.union([storedDownloadShape, downloadShape]),
  downloads: pdf,
  refusals: {
    "document-too-heavy": tooHeavy,
    ...unavailableFileRefusals,
    "no-document": {
      status: 409,
      title: "This agreement has neither words nor a signed file here. Add the PDF that was signed to it.",
    },
  },
})
