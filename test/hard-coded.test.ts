import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { writtenWords } from "#test/written-words"

/*
 * What people read lies in texts files, in every language: none of it stands in the code of pages, mails, documents and pages of links.
 * English are the contracts (their refusals have texts beside them: test/refusals.test.ts), what the command line and the log say, and
 * sample rows of files to import.
 */
const written = globSync("{web,modules,platform/documents,examples/module}/**/*.{ts,tsx}").filter(
  (file) =>
    !/\.test\.tsx?$|ForTests|(^|\/)(fixture|demo\w*|personal|index)\.ts$|\/(contract|importable)(\.ts$|\/)/.test(
      file,
    ) &&
    // The gallery shows pieces to those who build with them.
    !file.startsWith("web/workspace/gallery/"),
)

test("no words stand in the code that people read", () => {
  expect(written.length).toBeGreaterThan(500)
  const found = written.flatMap((file) =>
    writtenWords(file, readFileSync(file, "utf8")).map(({ line, words }) => `${file}:${line} ${words}`),
  )
  expect(found).toEqual([])
})

test.each([
  ["a text", "const A = () => <p>Save changes</p>"],
  ["a single word", "const A = () => <p>Save</p>"],
  ["a text in braces", "const A = () => <p>{'Save changes'}</p>"],
  ["one of two", "const A = ({ b }) => <p>{b ? 'Saved' : null}</p>"],
  ["around a value", `const A = ({ n }) => <p>{"promises " + n}</p>`],
  ["what a button is called", 'const A = () => <button aria-label="Close" />'],
  ["what a field hints at", 'const A = () => <input placeholder={"Name of it"} />'],
  ["the subject of a mail", "const mail = { subject: `Your code for` + name }"],
  ["a page of a link", "const page = html`<h1>Not found</h1>`"],
])("%s would be found", (_what, source) => {
  expect(writtenWords("a.tsx", source)).toHaveLength(1)
})

test.each([
  'const A = () => <p className="large text">{t("save")} · {n}</p>',
  'const A = () => <input placeholder="example.com" aria-label={t("domain")} />',
  'const page = html`<p class="small"></p>`',
  'const part = html` class="main"`',
])("%s is not", (source) => {
  expect(writtenWords("a.tsx", source)).toEqual([])
})

/*
 * A list of names is set as the reader's language sets it (`format.commas`; an array in the hole of a text is): "A, B" is "A、B" in Japanese.
 * These join what nobody reads as prose.
 */
const joinsByItself: readonly string[] = [
  // What is typed in again as it stands.
  ...["web/workspace/settings/times/hoursText.ts", "web/workspace/organizations/EditOrganization.tsx"],
  ...["web/workspace/partnership/rail/Tags.tsx", "web/workspace/partnership/rail/TagsEditor.tsx"],
  // Code, SQL and the words by which files are read.
  ...[
    "web/build/texts.ts",
    "modules/agreements/facts.ts",
    "modules/partnerships/facts.ts",
    "modules/commitments/facts.ts",
  ],
  ...["modules/imports/store/again.ts", "modules/drift/store/findings.ts", "modules/deals/importable/dealStates.ts"],
  // Keys of an API's question, what a file said, and names kept with an answer as they were on its day.
  ...["modules/imports/rules/decideAnswers.ts", "modules/imports/rules/differences.ts", "modules/approvals/actions.ts"],
  "modules/signing/rules.ts",
  "modules/partnerships/importable/companyMeant.ts",
  // Code points of signs, and the description of a picture in slides, which has no language of its own.
  ...["platform/documents/pdf/typesetter.ts", "platform/documents/pptx/charts.ts"],
]
const hardJoin = /\.join\((["'`]), \1\)/

test("lists that people read are set with the commas of their language", () => {
  const found = written.filter((file) => hardJoin.test(readFileSync(file, "utf8")))
  expect(found.toSorted()).toEqual(joinsByItself.filter((file) => written.includes(file)).toSorted())
  expect(hardJoin.test('names.join(", ")')).toBe(true)
})
