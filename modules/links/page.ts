import { localeOf } from "#core/format"
import type { Language } from "#core/languages"
import type { LinkAnswer, LinkStep } from "#platform/http-links"
import type { Say } from "#platform/texts"
import type { LinkView } from "./contract.ts"
import { type Html, html } from "./html.ts"
import { plainPage } from "./plainPage.ts"

type Of = Readonly<{ language: Language; say: Say; nonce: string; token: string }>
/** What the page says around what the act itself says. */
type Words = (key: string, holes?: Readonly<Record<string, string>>) => string

/** The page of a link: what it shows and a form; no script, and in what previews show no name and no amount. */
export const pageOf = (answer: LinkAnswer, { language, say, nonce, token }: Of): string => {
  const words: Words = (key, holes) => say(`links:page.${key}`, holes)
  const view = answer.view as LinkView | undefined
  const problem = "problem" in answer ? answer.problem : undefined
  const step = "step" in answer ? answer.step : undefined
  const notice = problem ? noticeOf(problem.code, words) : wrongCode(view, step, words)
  const main =
    view === undefined
      ? placeOf(problem?.status === 429 ? "tooMany" : "unknown", words)
      : shown(view, { words, language, token, step, typed: "words" in answer ? (answer.words ?? "") : "" })
  const title = `${words(view && nothingToAnswer(view) ? "titleShown" : "title")} · Keelson`
  return plainPage(
    { language, nonce, title },
    html`${view && notice ? html`<p class="notice" role="alert">${notice}</p>` : undefined}
${step === "asked" ? html`<p class="notice" role="status">${words("askedFor")}</p>` : undefined}
${main}`,
  )
}

const notices: Readonly<Record<string, string>> = {
  "press-on-the-page": "pressAgain",
  "words-needed": "wordsNeeded",
  "prove-who-you-are": "proveFirst",
  "no-such-press": "notDone",
  "invalid-input": "notDone",
}

const noticeOf = (code: string, words: Words): string | undefined => notices[code] && words(notices[code])

/** One sentence for a code that is wrong, late, or was never asked for. */
const wrongCode = (view: LinkView | undefined, step: LinkStep | undefined, words: Words): string | undefined =>
  step === "typed" && view?.state === "open" && view.proof === null ? words("codeWrong") : undefined

/** It only shows, or what it asked is settled. */
const nothingToAnswer = ({ onlyShows, state }: LinkView): boolean => onlyShows || state === "settled"

type Showing = Readonly<{
  words: Words
  language: Language
  token: string
  typed: string
  step: LinkStep | undefined
}>

const shown = (view: LinkView, showing: Showing): Html => {
  const { words } = showing
  if (view.state === "expired" || view.state === "revoked" || view.state === "replaced" || view.state === "locked")
    return html`${placeOf(view.state, words)}${view.canBeRenewed ? renewal(showing) : undefined}`
  return html`
<p class="who">${words("for", { name: view.name, email: view.email })}</p>
<h1>${view.heading ?? words(view.needsProof ? "binding" : "title")}</h1>
<p>${words(nothingToAnswer(view) ? "shows" : "from", { workspace: view.workspaceName })}</p>
<dl>${view.facts.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
${view.outcome ? html`<p class="outcome" role="status">${view.outcome.sentence}, ${moment(view.outcome.at, view, showing.language)}</p>` : undefined}
${view.outcome?.words ? html`<blockquote>${view.outcome.words}</blockquote>` : undefined}
${view.state === "settled" ? html`<p class="outcome" role="status">${view.settled ?? words("settled")}</p>` : undefined}
${view.needsProof ? proving(view, showing) : undefined}
${view.page === null ? undefined : answers(view, view.page, showing)}
${view.note ? html`<p class="small">${view.note}</p><p class="small">${words("readUntil", { when: moment(view.expiresAt, view, showing.language) })}</p>` : undefined}`
}

/** What whoever opens a link that binds sees first: for whom it is, and how to show that they are that person. */
const proving = (view: LinkView, { words, token, step }: Showing): Html => {
  const form = (inside: Html) => html`<form method="post" action="/l/${token}">${inside}</form>`
  const ask = (isMain: boolean) =>
    form(
      html`<button type="submit" name="ask" value="code"${isMain ? html` class="main"` : undefined}>${words(isMain ? "codeSend" : "codeAgain")}</button>`,
    )
  const enter = html`<p role="status">${words("codeSent", { email: view.email })}</p>${form(html`
<label for="code">${words("code")}</label><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" autocapitalize="off" spellcheck="false" maxlength="20" required>
<button type="submit" class="main">${words("codeSubmit")}</button>`)}`
  const isSent = step === "code" || step === "typed"
  return html`<p>${words("proof", { name: view.name })}</p>${isSent ? enter : undefined}${ask(!isSent)}
${view.canSignIn ? html`<p><a href="/sign-in?next=${encodeURIComponent(`/l/${token}`)}">${words("signIn")}</a></p>` : undefined}
<p class="small">${words("notYou", { name: view.name })}</p>`
}

/** One form for each button: the one that asks for words has a field, and none is the one that Enter sends by chance. */
const answers = (view: LinkView, page: string, { words, language, token, typed }: Showing): Html => {
  const forms = view.buttons.map(({ press, label, asksFor, submit, most = 2_000 }, at) => {
    const hidden = html`<input type="hidden" name="page" value="${page}"><input type="hidden" name="press" value="${press}">${view.proof === null ? undefined : html`<input type="hidden" name="proof" value="${view.proof}">`}`
    if (asksFor === undefined)
      return html`<form method="post" action="/l/${token}">${hidden}<button type="submit"${at === 0 ? html` class="main"` : undefined}>${label}</button></form>`
    return html`<details${typed === "" ? undefined : html` open`}><summary>${label}</summary><form method="post" action="/l/${token}">${hidden}
<label for="words-${press}">${asksFor}</label><textarea id="words-${press}" name="words" rows="${most > 500 ? "4" : "2"}" maxlength="${String(most)}" required>${typed}</textarea>
<button type="submit">${submit ?? words("send")}</button></form></details>`
  })
  return html`${forms}<p class="small">${words("until", { when: moment(view.expiresAt, view, language) })}</p>`
}

const placeOf = (place: string, words: Words): Html =>
  html`<h1>${words(`place.${place}.heading`)}</h1><p>${words(`place.${place}.text`)}</p>`

const renewal = ({ words, token }: Showing): Html =>
  html`<form method="post" action="/l/${token}"><button type="submit" class="main" name="renew" value="yes">${words("newLink")}</button></form>
<p class="small">${words("newLinkHint")}</p>`

/** "1 Jun 2027, 10:14 CEST": on the workspace's own clock, named, because the reader may be elsewhere. */
const moment = (at: string, { timeZone }: Pick<LinkView, "timeZone">, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    timeZoneName: "short",
  }).format(new Date(at))
