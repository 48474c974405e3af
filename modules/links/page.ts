import type { LinkAnswer } from "#platform/http-links"
import type { LinkLanguage } from "#platform/link"
import type { LinkView } from "./contract.ts"
import { type Html, html } from "./html.ts"
import { style } from "./style.ts"
import { words as wordsOf } from "./words.ts"

type Of = Readonly<{ language: LinkLanguage; nonce: string; token: string }>
type Words = (typeof wordsOf)[LinkLanguage]

/** The page of a link: what it shows and a form; no script, and in what previews show no name and no amount. */
export const pageOf = (answer: LinkAnswer, { language, nonce, token }: Of): string => {
  const words = wordsOf[language]
  const view = answer.view as LinkView | undefined
  const problem = "problem" in answer ? answer.problem : undefined
  const isAskedFor = "isAskedFor" in answer && answer.isAskedFor
  const notice = problem && noticeOf(problem.code, words)
  const main =
    view === undefined
      ? placeOf(problem?.status === 429 ? words.tooMany : words.unknown)
      : shown(view, { words, language, token, typed: "words" in answer ? (answer.words ?? "") : "" })
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${words.title} · Keelson</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${{ html: style }}</style>
</head>
<body>
<main>
${view && notice ? html`<p class="notice" role="alert">${notice}</p>` : undefined}
${isAskedFor ? html`<p class="notice" role="status">${words.askedFor}</p>` : undefined}
${main}
</main>
</body>
</html>`.html
}

const noticeOf = (code: string, words: Words): string | undefined =>
  ({
    "press-on-the-page": words.pressAgain,
    "words-needed": words.wordsNeeded,
    "prove-who-you-are": words.proof,
    "no-such-press": words.notDone,
    "invalid-input": words.notDone,
  })[code]

type Showing = Readonly<{ words: Words; language: LinkLanguage; token: string; typed: string }>

const shown = (view: LinkView, showing: Showing): Html => {
  const { words } = showing
  if (view.state === "expired" || view.state === "revoked" || view.state === "replaced")
    return html`${placeOf(words[view.state])}${view.canBeRenewed ? renewal(showing) : undefined}`
  return html`
<p class="who">${words.for(view.name, view.email)}</p>
<h1>${view.heading ?? words.title}</h1>
<p>${words.from(view.workspaceName)}</p>
<dl>${view.facts.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
${view.outcome ? html`<p class="outcome" role="status">${view.outcome.sentence}, ${moment(view.outcome.at, view, showing.language)}</p>` : undefined}
${view.outcome?.words ? html`<blockquote>${view.outcome.words}</blockquote>` : undefined}
${view.settled === null ? undefined : html`<p class="outcome" role="status">${view.settled}</p>`}
${view.page === null ? undefined : answers(view, view.page, showing)}`
}

/** One form for each button: the one that asks for words has a field, and none is the one that Enter sends by chance. */
const answers = (view: LinkView, page: string, { words, language, token, typed }: Showing): Html => {
  if (view.needsProof)
    return html`<p class="notice">${words.proof}</p><p><a class="button" href="/sign-in?next=${encodeURIComponent(`/l/${token}`)}">${words.signIn}</a></p>`
  const forms = view.buttons.map(({ press, label, asksFor }, at) => {
    const hidden = html`<input type="hidden" name="page" value="${page}"><input type="hidden" name="press" value="${press}">`
    if (asksFor === undefined)
      return html`<form method="post" action="/l/${token}">${hidden}<button type="submit"${at === 0 ? html` class="main"` : undefined}>${label}</button></form>`
    return html`<details${typed === "" ? undefined : html` open`}><summary>${label}</summary><form method="post" action="/l/${token}">${hidden}
<label for="words-${press}">${asksFor}</label><textarea id="words-${press}" name="words" rows="4" maxlength="2000" required>${typed}</textarea>
<button type="submit">${words.send}</button></form></details>`
  })
  return html`${forms}<p class="small">${words.until(moment(view.expiresAt, view, language))}</p>`
}

const placeOf = ({ heading, text }: Readonly<{ heading: string; text: string }>): Html =>
  html`<h1>${heading}</h1><p>${text}</p>`

const renewal = ({ words, token }: Showing): Html =>
  html`<form method="post" action="/l/${token}"><button type="submit" class="main" name="renew" value="yes">${words.newLink}</button></form>
<p class="small">${words.newLinkHint}</p>`

/** "1 Jun 2027, 10:14 CEST": on the workspace's own clock, named, because the reader may be elsewhere. */
const moment = (at: string, { timeZone }: Pick<LinkView, "timeZone">, language: LinkLanguage): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    ...{ timeZone, day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" },
    timeZoneName: "short",
  }).format(new Date(at))
