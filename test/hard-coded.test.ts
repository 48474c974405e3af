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
