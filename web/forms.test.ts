import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import type { Endpoint } from "#core/endpoint"
import { requiredFields } from "./build/requiredFields.ts"

/*
 * A field is marked because the contract, or the form's own check, refuses it empty (`useCheckedForm`), so a mark and a refusal
 * can part in one way only: the form calls a field otherwise than the contract does. What each form calls otherwise, and what the
 * page fills in by itself, is said here.
 */
/** Of the page itself: what it is about, which act it does, and what stands chosen from the start. */
const byThePage: Readonly<Record<string, readonly string[]>> = {
  answerApproval: ["decision"],
  answerClauseProposal: ["accepts"],
  editForm: ["words", "words.*.language", "questions.*.key"],
  makeForm: ["words", "words.*.language", "questions.*.key"],
  editProfile: ["partnershipType", "criteria.*.key", "criteria.*.anchors"],
  editProgram: [
    ...["terms", "terms.tiers.*.key", "terms.tiers.*.requirements.*.key"],
    ...["rates.*.from", "rates.*.rate"],
  ],
  makeProgram: [
    ...["terms", "terms.tiers.*.key", "terms.tiers.*.requirements.*.key"],
    ...["rates.*.from", "rates.*.rate"],
  ],
  enrol: ["partnershipId"],
  makeProfile: ["partnershipType", "criteria.*.key", "criteria.*.anchors"],
  createTask: ["subjectKind", "subjectId", "side"],
  editWorkspace: ["falseAlarmsPerYear"],
  invite: ["side"],
  movePartnership: ["to"],
  saveView: ["place", "search"],
  editSavedView: ["search"],
  setCoverageTarget: ["places", "entries"],
  setRetention: ["keeps"],
  signAgreement: ["mark", "mark.kind", "hash"],
  settlePromises: ["occurrences", "how"],
  startPlan: ["subjectKind", "subjectId"],
  startSigning: ["signers"],
}

/** What several fields of the form make together, or one of another name, which its own check asks for. */
const madeByTheForm: Readonly<Record<string, readonly string[]>> = {
  amendAgreement: ["value.amountMinor", "value.currency"],
  assignRole: ["contactId"],
  createPartnership: ["newOrganization.name"],
  createPlanTemplate: ["steps", "steps.*.key", "steps.*.side", "steps.*.offset", "steps.*.grants.*.opens"],
  draftAgreement: ["value.amountMinor", "value.currency"],
  editAgreementDraft: ["value.amountMinor", "value.currency"],
  editCalendar: ["weekly", "weekly.*.*.from", "weekly.*.*.to", "days.*.on", "days.*.open.*.from", "days.*.open.*.to"],
  editPlanTemplate: ["steps", "steps.*.key", "steps.*.side", "steps.*.offset", "steps.*.grants.*.opens"],
  editTask: ["due"],
  makeCalendar: ["weekly", "weekly.*.*.from", "weekly.*.*.to", "days.*.on", "days.*.open.*.from", "days.*.open.*.to"],
  nameSignedFile: ["fileId"],
  signedOnPaper: ["fileId"],
  proposeForPromise: ["agreed.evidence"],
  reportOccurrence: ["evidence"],
  setApprovalRule: ["approvable", "steps.*.from.amountMinor", "steps.*.from.currency"],
}

const pages = globSync("web/**/*.tsx").filter((file) => !file.startsWith("web/workspace/gallery/"))
const textOf = (file: string) => readFileSync(file, "utf8")

const contracts = Object.assign(
  {},
  ...(await Promise.all(
    globSync("modules/*/contract{.ts,/*.ts}").map((file) => import(/* @vite-ignore */ join(process.cwd(), file))),
  )),
) as Record<string, Endpoint>

const forms = pages.flatMap((file) =>
  [...textOf(file).matchAll(/useActForm(?:<[^(]*>)?\(\s*(\w+)/g)].flatMap(([, name = ""]) =>
    name in contracts ? [[file, name] as const] : [],
  ),
)

/** The fields that a form shows, in its file and those beside and below it. */
const shownIn = (file: string): readonly string[] =>
  [file, ...globSync(`${dirname(file)}/**/*.tsx`)]
    .flatMap((each) => [...textOf(each).matchAll(/(?:getInputProps|\bat|\bfield)\(["`]([^"`]+)["`]/g)])
    .map(([, name = ""]) => name.replaceAll(/\$\{\w+\}/g, "*"))

const notShown = Object.fromEntries(
  forms.map(([file, name]) => {
    const shown = shownIn(file)
    const isShown = (field: string) => shown.some((each) => each === field || field.endsWith(`.${each}`))
    return [name, requiredFields((contracts[name] as Endpoint).input).filter((field) => !isShown(field))]
  }),
)

test("what a contract asks for is a field of that name in its form, or it is said here what fills it in", () => {
  expect(Object.fromEntries(Object.entries(notShown).filter(([, fields]) => fields.length > 0))).toEqual({
    ...byThePage,
    ...madeByTheForm,
  })
})

test("every form is found, and each knows what must be filled in", () => {
  expect(forms.length).toBeGreaterThan(40)
  const bare = pages.filter((file) => /<Form(Dialog)?[\s>]/.test(textOf(file)))
  const without = bare.filter((file) => !/useActForm|useCheckedForm|sending|FormProps|attempt/.test(textOf(file)))
  expect(without).toEqual([])
})

test("nothing is marked by hand, and no form goes round the one that marks", () => {
  const byHand = pages.filter((file) =>
    /\s(required|withAsterisk|aria-required)(\s|=\{true|="true|\/?>)/.test(textOf(file)),
  )
  expect(byHand).toEqual([])
  const round = globSync("web/**/*.{ts,tsx}").filter((file) =>
    /\{[^}]*\buseForm\b[^}]*\} from "@mantine\/form"/.test(textOf(file)),
  )
  expect(round).toEqual(["web/client/useCheckedForm.ts"])
})
