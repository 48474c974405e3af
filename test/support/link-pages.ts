import type { TestKeelson } from "./keelson.ts"
import type { ReceivedMail, SmtpSink } from "./smtp.ts"
import { plain } from "./smtp.ts"

const browser = { accept: "text/html", "accept-language": "en" }

/** The page of a mailed link, as a browser without scripts and without a session uses it. */
export const linkPages = (keelson: TestKeelson) => {
  const open = (path: string, more: RequestInit = {}) =>
    fetch(`${keelson.address}${path}`, { redirect: "manual", ...more, headers: { ...browser, ...more.headers } })
  const pageOf = async (path: string, language = "en") =>
    (await open(path, { headers: { "accept-language": language } })).text()
  const formOf = (page: string) => /name="page" value="([^"]+)"/.exec(page)?.[1] ?? ""
  const proofOf = (page: string) => /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? ""
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    open(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin", ...headers },
    })
  const press = async (path: string, what = "confirm", words = "") =>
    send(path, { page: formOf(await pageOf(path)), press: what, words })
  return { open, pageOf, formOf, proofOf, send, press }
}

/** What came to an address: the newest link, and the newest code. */
export const mailbox = (smtp: SmtpSink, email: string) => {
  const mails = (): readonly ReceivedMail[] => smtp.mails().filter(({ to }) => to.includes(email))
  const newest = (wanted: RegExp): string => {
    const found = mails()
      .map(({ raw }) => wanted.exec(plain(raw))?.[1])
      .findLast((each) => each !== undefined)
    if (found === undefined) throw new Error(`no mail to ${email} has ${wanted}`)
    return found
  }
  return {
    mails,
    link: () => newest(/https?:\/\/[^\s]+(\/l\/[\w-]+)/),
    code: () => newest(/^\s*(\d{6})\s*$/m),
  }
}
