import { countryNames } from "#core/countryNames"
import { type Language, languages as namesOfLanguages } from "#core/languages"
import { type Html, html, plainPage } from "#modules/links"
import type { Say } from "#platform/texts"
import type { FormQuestion, FormWords } from "../rules.ts"
import { answerField, type FieldFault, mostLetters, type Typed, trapField } from "./filled.ts"
import { mostFiles } from "./receive.ts"

export type Shown = Readonly<{
  address: string
  nonce: string
  say: Say
  workspaceName: string
  words: FormWords
  questions: readonly FormQuestion[]
  languages: readonly Language[]
  takesFiles: boolean
}>

type Given = Readonly<{
  key: string
  typed: Typed
  /** What is wrong with it as a whole, and where. */
  problem?: string
  hadFiles?: boolean
  faults?: ReadonlyMap<string, FieldFault> | undefined
}>

const formStyle = `input:not([type=hidden]):not([type=file]), select, textarea { width: 100%; min-height: 2.8rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--dim); border-radius: .4rem; padding: .6rem }
input[type=file] { max-width: 100%; font: inherit; padding: .4rem 0 }
.field { margin: 1rem 0 }
.hint { color: var(--dim); font-size: .9rem; margin: .1rem 0 .3rem }
.wrong { font-weight: 600; margin: .2rem 0 }
[aria-invalid=true] { border-width: 2px }
.intro { white-space: pre-line }
nav { display: flex; flex-wrap: wrap; gap: .2rem .9rem; font-size: .9rem }
nav a, nav span { display: inline-block; padding: .35rem 0 }
a { color: var(--accent) }
.kestrel { position: absolute; left: -200rem; width: 1px; height: 1px; overflow: hidden }
`

type Around = Readonly<{ language: Language; nonce: string; title: string }>

const pageAround = (around: Around, main: Html): string => plainPage({ ...around, moreStyle: formStyle }, main)

type Words = (key: string, holes?: Readonly<Record<string, unknown>>) => string
const wordsOf =
  (say: Say): Words =>
  (key, holes) =>
    say(`forms:${key}`, holes)

/** What is said where there is no form to show. */
export const simplePage = (
  place: "notOpen" | "tooMany",
  { language, say, nonce }: Readonly<{ language: Language; say: Say; nonce: string }>,
): string => {
  const words = wordsOf(say)
  const title = words(`${place}.heading`)
  return pageAround({ language, nonce, title }, html`<h1>${title}</h1><p>${words(`${place}.text`)}</p>`)
}

/** The answer to everybody who has sent it, whatever is thought of it. */
export const sentPage = ({ say, words: { language }, nonce, workspaceName }: Shown): string => {
  const words = wordsOf(say)
  const title = words("sent.heading")
  return pageAround(
    { language, nonce, title },
    html`<h1>${title}</h1><p>${words("sent.text", { workspace: workspaceName })}</p><p class="small">${words("sent.mail")}</p>`,
  )
}

/** The form itself, with what was typed before where something was wrong. */
export const shownPage = (shown: Shown, given: Given): string => {
  const { words: said, say, nonce, workspaceName, address, takesFiles, questions } = shown
  const { language, title, intro } = said
  const words = wordsOf(say)
  const { problem, hadFiles = false, key } = given
  const field = fieldsOf(words, given)
  const notice =
    problem === undefined
      ? undefined
      : html`<p class="notice" role="alert">${words(`problem.${problem}`)}${hadFiles ? ` ${words("filesAgain")}` : ""}</p>`
  return pageAround(
    { language, nonce, title: problem === undefined ? title : words("wrongTitle", { title }) },
    html`
${languagesOf(shown, words)}
<p class="who">${workspaceName}</p>
<h1>${title}</h1>
${notice}
${intro === null ? undefined : html`<p class="intro">${intro}</p>`}
<p class="small">${words("required")}</p>
<form method="post" action="/apply/${address}" enctype="multipart/form-data">
<input type="hidden" name="page" value="${key}"><input type="hidden" name="language" value="${language}">
${field.line("company", { most: mostLetters.company, isRequired: true, more: { autocomplete: "organization" } })}
${field.line("website", { most: mostLetters.website, more: { inputmode: "url", autocapitalize: "off", autocomplete: "url" } })}
${field.country(language)}
${field.line("registration", { most: mostLetters.registration, more: { autocomplete: "off", autocapitalize: "off" } })}
${field.line("person", { most: mostLetters.person, isRequired: true, more: { autocomplete: "name" } })}
${field.line("email", { most: mostLetters.email, isRequired: true, type: "email", more: { autocomplete: "email" } })}
${questions.map(({ key: name, isRequired }, place) => field.area(answerField(name), said.questions[place] ?? "", isRequired))}
${takesFiles ? field.files() : undefined}
<div class="kestrel" aria-hidden="true"><label for="${trapField}">${words("trap")}</label><input id="${trapField}" name="${trapField}" type="text" tabindex="-1" autocomplete="off"></div>
<button type="submit" class="main">${words("send")}</button>
<p class="small">${words("privacy", { workspace: workspaceName })}</p>
</form>`,
  )
}

/** The same form in its other languages; what was typed stays behind, so that this comes first. */
const languagesOf = ({ address, languages, words: { language } }: Shown, words: Words): Html | undefined =>
  languages.length < 2
    ? undefined
    : html`<nav aria-label="${words("languages")}">${languages.map((each) =>
        each === language
          ? html`<span lang="${each}" aria-current="true">${namesOfLanguages[each]}</span>`
          : html`<a lang="${each}" hreflang="${each}" href="/apply/${address}?language=${each}">${namesOfLanguages[each]}</a>`,
      )}</nav>`

type Line = Readonly<{
  most: number
  isRequired?: boolean
  type?: "text" | "email"
  more?: Readonly<Record<string, string>>
}>

const attributes = (given: Readonly<Record<string, string>> = {}): readonly Html[] =>
  Object.entries(given).map(([name, value]) => html` ${name}="${value}"`)

const fieldsOf = (words: Words, { typed, faults }: Given) => {
  const first = faults?.keys().next().value
  const around = (
    name: string,
    label: string,
    isRequired: boolean,
    inside: (marks: Html) => Html,
    hint?: string,
  ): Html => {
    const fault = faults?.get(name)
    const told = [hint === undefined ? [] : `${name}-hint`, fault === undefined ? [] : `${name}-wrong`].flat()
    const marks = html`${told.length === 0 ? undefined : html` aria-describedby="${told.join(" ")}"`}${fault === undefined ? undefined : html` aria-invalid="true"`}${isRequired ? html` required` : undefined}${name === first ? html` autofocus` : undefined}`
    return html`<div class="field"><label for="${name}">${label}${isRequired ? " *" : ""}</label>
${hint === undefined ? undefined : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${fault === undefined ? undefined : html`<p class="wrong" id="${name}-wrong">${words(`wrong.${fault}`)}</p>`}
${inside(marks)}</div>`
  }
  const value = (name: string) => typed.get(name) ?? ""
  return {
    line: (
      name: "company" | "website" | "registration" | "person" | "email",
      { most, isRequired = false, type = "text", more }: Line,
    ): Html =>
      around(
        name,
        words(`field.${name}`),
        isRequired,
        (marks) =>
          html`<input id="${name}" name="${name}" type="${type}" maxlength="${most}" value="${value(name)}"${attributes(more)}${marks}>`,
        name === "registration" || name === "email" ? words(`hint.${name}`) : undefined,
      ),
    area: (name: string, label: string, isRequired: boolean): Html =>
      around(
        name,
        label,
        isRequired,
        (marks) =>
          html`<textarea id="${name}" name="${name}" rows="4" maxlength="${mostLetters.answer}"${marks}>${`\n${value(name)}`}</textarea>`,
      ),
    country: (language: Language): Html =>
      around("country", words("field.country"), false, (marks) => {
        const names = [...countryNames(language)].sort(([, one], [, other]) => one.localeCompare(other, language))
        const chosen = value("country")
        return html`<select id="country" name="country" autocomplete="country"${marks}><option value=""></option>${names.map(
          ([code, name]) =>
            html`<option value="${code}"${code === chosen ? html` selected` : undefined}>${name}</option>`,
        )}</select>`
      }),
    files: (): Html =>
      around(
        "files",
        words("field.files"),
        false,
        (marks) => html`<input id="files" name="files" type="file" multiple${marks}>`,
        words("hint.files", { most: mostFiles }),
      ),
  }
}
