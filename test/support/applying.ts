import * as contract from "#contract/recruitment"
import type { Caller, TestKeelson } from "#test/keelson"

type Fields = Readonly<Record<string, string>>
type Files = readonly Readonly<{ name: string; content: string | Uint8Array }>[]

/** A form of the workspace that is open, in two languages, with a question that must be answered. */
export const openForm = async (manager: Caller, profileId: string, more: object = {}) =>
  (
    await manager.call(contract.makeForm, {
      ...{ profileId, isOpen: true, questions: [{ key: "why", isRequired: true }] },
      words: [
        {
          language: "en" as const,
          title: "Become a reseller",
          intro: "For the <b>DACH</b> region.",
          questions: ["Why us?"],
        },
        { language: "de" as const, title: "Reseller werden", intro: null, questions: ["Warum wir?"] },
      ],
      ...more,
    })
  ).body

/** A profile by which whoever applies is looked at. */
export const publishedProfile = async (manager: Caller): Promise<string> => {
  const criterion = { key: "reach", dimension: "market_coverage" as const, weight: 10, question: "Reach?" }
  const criteria = [{ ...criterion, isKnockOut: false, anchors: ["0", "25", "50", "75", "100"] }]
  const made = { name: "Resellers", partnershipType: "reseller" as const, criteria }
  const { id, version } = (await manager.call(contract.makeProfile, made)).body
  await manager.call(contract.publishProfile, { profile: id }, { ifMatch: version })
  return id
}

/** What an honest company fills in. */
export const filled: Fields = {
  ...{ company: "Cascade Cloud", website: "", country: "DE", registration: "", person: "Eva Roth" },
  ...{ email: "eva@cascade-cloud.example", "answer-why": "We sell what yours is missing", language: "en" },
}

/** Each from an address of its own, so that the guard against many sendings stays out of the way. */
const anyAddress = () => `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 250)).join(".")}`

/** The public pages, as a browser without scripts and without a session uses them. */
export const applicants = (keelson: TestKeelson) => {
  const open = (url: string, more: RequestInit = {}) =>
    fetch(`${keelson.address}${new URL(url).pathname}${new URL(url).search}`, {
      redirect: "manual",
      ...more,
      headers: { accept: "text/html", "accept-language": "en", ...more.headers },
    })
  const pageOf = async (url: string, language = "en") =>
    (await open(url, { headers: { "accept-language": language } })).text()
  const keyIn = (page: string) => /name="page" value="([^"]+)"/.exec(page)?.[1] ?? ""
  const send = (url: string, fields: Fields, files: Files = [], from = anyAddress()) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const { name, content } of files) form.append("files", new Blob([content as never]), name)
    return open(url, {
      method: "POST",
      body: form,
      headers: { "sec-fetch-site": "same-origin", "x-forwarded-for": from },
    })
  }
  return { open, pageOf, keyIn, send }
}
