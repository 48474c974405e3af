import { z } from "zod"
import { partyFields } from "#contract/partnerships"
import {
  abilityShape,
  endpoint,
  idShape,
  instantShape,
  listOf,
  listQuery,
  stored,
  storedDownloadShape,
} from "#core/endpoint"
import { roleMayNot } from "#core/refusalTexts"
import { checkStates, holds } from "./rules.ts"

/** The name of a kind of subject, as the module brings it. */
const subjectKind = z.string().regex(/^[a-z][a-z_]{0,59}$/, "the name of a kind of thing, such as agreement")
const subject = { subjectKind, subjectId: idShape }

/** Of acts that make files part of the record. */
export const heldFileRefusals = {
  "no-such-file": {
    status: 422,
    title: "There is no such file here that both sides can see. Add it here, for both sides, and choose it then.",
  },
  "file-quarantined": {
    status: 423,
    title: "A virus was found in this file, so nobody can open it. Ask for a clean one.",
  },
} as const

/** Of acts that send files which waited for them. */
export const sentFileRefusals = {
  "file-not-there": {
    status: 422,
    title: "One of the files is not there any more. Take it out, or attach it again.",
  },
  "file-quarantined": heldFileRefusals["file-quarantined"],
} as const

/** A file that belongs to the record, as the record names it. */
export const heldFile = z.object({ id: idShape, name: z.string(), uploaderName: z.string(), uploadedAt: instantShape })

/** A file as everybody sees it who may see it; only `abilities` differ. */
export const fileView = z.object({
  id: idShape,
  partnershipId: idShape,
  subjectKind: z.string(),
  subjectId: idShape,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  /** SHA-256 of the bytes: with it anybody can show that a file they have is this one. */
  hash: z.string(),
  visibility: z.enum(["shared", "host", "partner"]),
  ...partyFields,
  side: z.enum(["host", "partner"]),
  uploaderName: z.string(),
  uploadedAt: instantShape,
  check: z.enum(checkStates),
  /** What the scanner found. */
  found: z.string().nullable(),
  heldAs: z.enum(holds).nullable(),
  removedAt: instantShape.nullable(),
  abilities: z.object({ download: abilityShape, remove: abilityShape }),
})
export type FileView = z.input<typeof fileView>

/** Of acts that hand out the bytes of a file that is kept. */
export const unavailableFileRefusals = {
  "still-being-checked": {
    status: 409,
    title: "This file is still being checked for viruses. Try again in a minute.",
  },
  "file-quarantined": heldFileRefusals["file-quarantined"],
  "file-removed": { status: 410, title: "This file was removed." },
} as const

/** Of acts that receive a file to keep. */
export const receivedFileRefusals = {
  "file-quarantined": unavailableFileRefusals["file-quarantined"],
  "file-is-empty": { status: 422, title: "The file is empty. Choose another one." },
  "file-type-not-accepted": {
    status: 422,
    title:
      "Files of this type are not accepted. Send a PDF, an Office or OpenDocument file, a picture, a text, a CSV, a mail or a ZIP.",
  },
  "file-not-what-it-says": {
    status: 422,
    title:
      "What is in the file is not what the ending of its name says. Save it again in the format you mean, and send that.",
  },
  "too-many-files": { status: 409, title: "There are as many files here as there may be. Remove one first." },
  "no-room-left": {
    status: 409,
    title: "The workspace has used up its room for files. Ask an owner or admin to make some.",
  },
} as const

export const listFiles = endpoint("GET", "/files", {
  summary: "The files of one thing (a partnership, an agreement, a promise), newest first, and what may be added.",
  reads: ["files"],
  query: { ...subject, ...listQuery(["-id"]) },
  output: listOf(fileView).extend({
    limits: z.object({
      bytes: z.number().describe("of one file"),
      files: z.number().describe("of one thing"),
      endings: z.array(z.string()).describe("accepted endings of names"),
    }),
    /** The only audience of what is added here, where there is but one. */
    onlyFor: z.enum(["shared", "host", "partner"]).nullable(),
    abilities: z.object({ add: abilityShape }),
  }),
})

export const addFile = endpoint("POST", "/files", {
  makes: true,
  summary: "Receives one file about a thing. What it is, is read from its bytes. Own: for one's own party alone.",
  changes: ["files"],
  query: {
    ...subject,
    audience: z.enum(["shared", "own"]).default("shared"),
    isUnsent: z
      .stringbool()
      .default(false)
      .describe("for a comment that is being written: its writer's alone until it is sent"),
  },
  uploads: "file",
  output: fileView,
  refusals: {
    ...roleMayNot,
    "not-yours-to-add-to": {
      status: 403,
      title: "Only whoever wrote this may add files to it. Write a comment of your own.",
    },
    ...receivedFileRefusals,
  },
})

export const listPartnershipFiles = endpoint("GET", "/partnerships/:partnership/files", {
  summary: "Every file of a partnership and of what belongs to it, newest first, with the name of what each is about.",
  reads: ["files"],
  params: { partnership: idShape },
  query: listQuery(["-id"]),
  output: listOf(fileView.extend({ subjectName: z.string() })),
})

const params = { file: idShape }

export const getFile = endpoint("GET", "/files/:file", {
  summary: "One file, without its bytes: how far it is checked, whose it is.",
  reads: ["files"],
  params,
  output: fileView,
})

export const downloadFile = endpoint("GET", "/files/:file/content", {
  summary: "The bytes of a file, to be saved.",
  reads: [],
  params,
  output: storedDownloadShape,
  downloads: stored,
  refusals: unavailableFileRefusals,
})

export const removeFile = endpoint("DELETE", "/files/:file", {
  summary: "Takes a file away for everybody. Its bytes are deleted after a while; that it was there stays on record.",
  changes: ["files"],
  params,
  output: z.object({ removed: z.literal(true) }),
  refusals: {
    ...roleMayNot,
    "not-your-file": {
      status: 403,
      title: "Only who uploaded this file, or an administrator, may remove it.",
    },
    "kept-as-record": {
      status: 409,
      title: "This file is evidence of a promise or a signed agreement. It belongs to the record and stays.",
    },
    "file-removed": unavailableFileRefusals["file-removed"],
  },
})
