import pg from "pg"
import { afterAll, expect } from "vitest"
import { type Browser, fromPagesOf, newBrowser } from "./browser.ts"
import { movableClock } from "./clock.ts"
import { accountFor, startTestKeelson, testPassword } from "./keelson.ts"
import { runEverything } from "./queue.ts"
import { plain, startSmtp } from "./smtp.ts"

/** A server whose doors are tried: people with accounts, browsers, and the mails that come. */
export const startDoors = async () => {
  const smtp = await startSmtp()
  afterAll(smtp.stop)
  const clock = movableClock(new Date().toISOString())
  const keelson = await startTestKeelson({ clock, environment: { SMTP_URL: smtp.url } })
  fromPagesOf(keelson)
  const database = new pg.Pool({ connectionString: keelson.ownerUrl })
  afterAll(() => database.end())
  let number = 0
  const open = () => newBrowser(keelson)
  const mailsTo = async (email: string): Promise<readonly string[]> => {
    await runEverything(keelson)
    return smtp.mails().flatMap(({ to, raw }) => (to.includes(email) ? [plain(raw)] : []))
  }
  return {
    keelson,
    database,
    open,
    mailsTo,
    somebody: async (name = "Ada") => {
      const email = `${name.toLowerCase()}-${++number}@host.example`
      return { email, user: await accountFor(keelson.platform, { email, name }) }
    },
    signedIn: async (email: string): Promise<Browser> => {
      const browser = open()
      expect((await browser.signIn(email, testPassword)).status).toBe(200)
      return browser
    },
    isIn: async (browser: Browser): Promise<boolean> => (await browser.get("/api/me")).status === 200,
    later: (ms: number) => clock.moveTo(new Date(Date.parse(clock.now()) + ms).toISOString()),
    subjectsTo: async (email: string) => (await mailsTo(email)).map((raw) => raw.match(/^Subject: (.*)$/m)?.[1]),
    /** Where the link of the newest mail leads. */
    linkTo: async (email: string): Promise<string> => {
      const { pathname, search } = new URL((await mailsTo(email)).at(-1)?.match(/https?:\/\/\S+/)?.[0] ?? "")
      return pathname + search
    },
  }
}
