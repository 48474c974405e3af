import { z } from "zod"
import { abilityShape, endpoint, idShape, instantShape, listOf, listQuery, textShape } from "#core/endpoint"
import { languageCodes } from "#core/languages"
import { roleMayNot } from "#core/refusalTexts"
import { linkStates } from "./rules.ts"

export { type LinkState, linkStates } from "./rules.ts"

const languages = z.enum(languageCodes)

const proof = z.string().max(200).default("")

/** A token is no id: whatever is not one of ours is told the same. */
const linkToken = { linkToken: z.string().min(20).max(200) }

/** What the page of a link says. Of one that has expired it says no more than the mail did. */
export const linkView = z.object({
  act: z.string(),
  state: z.enum([...linkStates, "settled"]),
  workspaceName: z.string(),
  timeZone: z.string(),
  /** Whom it was mailed to; the address shortened, because mails are forwarded. */
  name: z.string(),
  email: z.string(),
  expiresAt: instantShape,
  heading: z.string().nullable(),
  facts: z.array(z.object({ term: z.string(), text: z.string() })),
  buttons: z.array(
    z.object({
      press: z.string(),
      label: z.string(),
      asksFor: z.string().exactOptional(),
      submit: z.string().exactOptional(),
      most: z.number().exactOptional(),
    }),
  ),
  /** What became of it otherwise. */
  settled: z.string().nullable(),
  /** What was pressed through this link, and when. */
  outcome: z.object({ sentence: z.string(), at: instantShape, words: z.string().nullable() }).nullable(),
  /** The page's own word, which a press must bring; null where there is nothing to press. */
  page: z.string().nullable(),
  /** Whether one must sign in as that person, or bring the code that is mailed to them; until then nothing is shown of what it is about. */
  needsProof: z.boolean(),
  /** Whether there is an account to sign in with instead. */
  canSignIn: z.boolean(),
  /** What stands for the right code from then on. */
  proof: z.string().nullable(),
  canBeRenewed: z.boolean(),
  /** There is nothing to press: it is read, as often as one likes. */
  onlyShows: z.boolean(),
  /** What is shown here, what is not, and who can read it. */
  note: z.string().nullable(),
  /** Where a link leads that is not answered on its own page. */
  leadsTo: z.string().nullable(),
})
export type LinkView = z.input<typeof linkView>

export const readLink = endpoint("GET", "/links/:linkToken", {
  summary: "What a mailed link shows. Opening it does nothing, however often and by whomever.",
  reads: ["links"],
  scope: "link",
  params: linkToken,
  query: { language: languages.default("en") },
  output: linkView,
})

const over = {
  "link-expired": { status: 410, title: "This link has expired. Ask for a new one: it goes to the same address." },
  "link-revoked": { status: 410, title: "This link was taken back. Ask whoever sent it to you." },
  "link-locked": {
    status: 410,
    title: "Too many wrong codes were typed. Ask for a new link: it goes to the same address.",
  },
  "link-replaced": { status: 410, title: "A newer link was sent to the same address. Use that one." },
} as const

export const pressLink = endpoint("POST", "/links/:linkToken/press", {
  summary: "What a person presses on a link's page. Pressed twice, the second time is answered like the first.",
  changes: ["links", "commitments"],
  scope: "link",
  params: linkToken,
  input: {
    page: z.string().max(200).describe("the page's own word, as `page` of what the link shows"),
    press: z.string().regex(/^[a-z_]{1,40}$/, "one of the page's buttons"),
    words: z.string().trim().max(2_000).default(""),
    proof: proof.describe("of what binds: the word that the right code was answered with"),
    language: languages.default("en"),
  },
  output: linkView,
  refusals: {
    ...over,
    "press-on-the-page": {
      status: 403,
      title: "Open the link and press on its page: this press did not come from there, or the page was open too long.",
    },
    "no-such-press": { status: 422, title: "This page has no such button. Open the link again." },
    "words-needed": { status: 422, title: "Say in a few words what is not as agreed." },
    "prove-who-you-are": {
      status: 403,
      title: "This binds: sign in with the address the mail went to, or enter the code that is sent to it.",
    },
  },
})

export const askCode = endpoint("POST", "/links/:linkToken/code", {
  summary:
    "Asks for the code of a link that binds. It goes to the address the link went to, at most three times an hour; the answer is always the same.",
  changes: ["links"],
  scope: "link",
  params: linkToken,
  output: z.object({ isAskedFor: z.literal(true) }),
})

export const proveLink = endpoint("POST", "/links/:linkToken/proof", {
  summary:
    "Shows what a link that binds is about, for the code from its mailbox, or for the word that the right code was answered with. Five wrong codes lock the link.",
  changes: ["links"],
  scope: "link",
  params: linkToken,
  input: {
    code: z.string().max(40).default("").describe("six digits"),
    proof,
    language: languages.default("en"),
  },
  output: linkView.describe("`proof` is null where the code was not right, or not any more"),
})

export const renewLink = endpoint("POST", "/links/:linkToken/renew", {
  summary:
    "Asks for a new link, which goes to the same address if there was one, at most three times an hour. Everybody is answered alike.",
  changes: ["links"],
  scope: "public",
  params: linkToken,
  output: z.object({ isAskedFor: z.literal(true) }),
})

const linkForHost = z.object({
  id: idShape,
  act: z.string(),
  subjectId: idShape,
  subjectName: z.string().nullable().describe("null where the reader may not see it, or it has no name"),
  partnership: z.object({ id: idShape, name: z.string() }).nullable(),
  name: z.string(),
  email: z.string(),
  state: z.enum(linkStates),
  issuedAt: instantShape,
  expiresAt: instantShape,
  mailedAt: instantShape.nullable(),
  codeAskedAt: instantShape.nullable().describe("when somebody last asked for the code on its page"),
  endedAt: instantShape.nullable().describe("when it was taken back, replaced or locked"),
  pressedAt: instantShape.nullable(),
  press: z.string().nullable(),
  abilities: z.object({ revoke: abilityShape }),
})
export type LinkForHost = z.input<typeof linkForHost>

export const listLinks = endpoint("GET", "/links", {
  summary: "The links that were mailed: to whom, for which act, and what became of them. Never their secret.",
  reads: ["links"],
  query: {
    ...listQuery(["-issuedAt", "issuedAt"]),
    state: z.enum(linkStates).optional(),
    act: z
      .string()
      .regex(/^[a-z_]{1,40}$/, "the kind of an act, as links have it")
      .optional(),
    partnership: idShape.optional(),
    search: textShape(100).optional().describe("a part of the name or the address it was mailed to"),
  },
  output: listOf(linkForHost),
  refusals: roleMayNot,
})

export const listLinkActs = endpoint("GET", "/link-acts", {
  summary: "What mailed links are good for here.",
  reads: ["links"],
  output: z.object({ items: z.array(z.object({ act: z.string() })) }),
  refusals: roleMayNot,
})

export const revokeLink = endpoint("POST", "/links/:link/revoke", {
  summary: "Takes a link back; it works no more.",
  changes: ["links"],
  params: { link: idShape },
  output: linkForHost,
  refusals: { ...roleMayNot, "link-closed": { status: 409, title: "This link is no longer open." } },
})
