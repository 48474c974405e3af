import { expect, test } from "vitest"
import { startDoors } from "#test/doors"
import { testPassword } from "#test/keelson"
import { rawRequest, sendRaw } from "#test/raw-request"

/* Sign-in by somebody who writes its requests themselves: hosts, addresses that look alike, words used twice, paths written otherwise. */
const { keelson, open, somebody, mailsTo, linkTo, isIn, subjectsTo } = await startDoors()
const { publicUrl } = keelson.platform.config

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  sendRaw(
    keelson.address,
    rawRequest(
      "POST",
      path,
      { host: "x", "content-type": "application/json", origin: publicUrl, ...headers },
      JSON.stringify(body),
    ),
  )

test.each([
  { host: "evil.example" },
  { host: "x", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  { host: "x", forwarded: "host=evil.example;proto=https" },
  { host: "x", "x-original-host": "evil.example", "x-host": "evil.example" },
])("links in mails lead to this installation, whatever the request calls it: %j", async (headers) => {
  const { email } = await somebody()
  const from = { "x-forwarded-for": `10.1.2.${Math.floor(Math.random() * 250)}` }
  for (const [path, body] of [
    ["sign-in/magic-link", { email, callbackURL: "/" }],
    ["request-password-reset", { email, redirectTo: "/reset-password" }],
  ] as const)
    expect((await post(`/api/auth/${path}`, body, { ...headers, ...from })).status).toBe(200)
  const sent = await mailsTo(email)
  expect(sent).toHaveLength(2)
  for (const mail of sent) {
    expect(mail).toContain(`${publicUrl}/`)
    expect(mail).not.toContain("evil.example")
  }
})

test("a link for a new password sets one password: not a second time, and of two at once one", async () => {
  const { email } = await somebody()
  const browser = open()
  await browser.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" })
  const { headers } = await browser.get(await linkTo(email))
  const token = new URL(headers.get("location") ?? "", keelson.address).searchParams.get("token")
  const wanted = ["the first long horse", "the second long horse", "the third long horse"]
  const set = (newPassword: string) => open().post("/api/auth/reset-password", { newPassword, token })
  const answers = await Promise.all(wanted.map(set))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect((await set("a fourth long horse")).status).toBe(400)
  const opens: number[] = []
  for (const password of [testPassword, ...wanted, "a fourth long horse"])
    opens.push((await open().signIn(email, password)).status)
  expect(opens.filter((status) => status === 200)).toHaveLength(1)
  expect((await subjectsTo(email)).filter((subject) => subject === "Your Keelson password was changed")).toHaveLength(1)
})

test("a link that lets in is pressed by three at once: one is in", async () => {
  const { email } = await somebody()
  await open().post("/api/auth/sign-in/magic-link", { email, callbackURL: "/" })
  const link = await linkTo(email)
  const browsers = [open(), open(), open()]
  await Promise.all(browsers.map((browser) => browser.get(link)))
  const are = await Promise.all(browsers.map(isIn))
  expect(are.filter(Boolean)).toHaveLength(1)
})

test("an address in capitals is the same person's; one that only looks alike is not, and no mail goes to it", async () => {
  const { email } = await somebody("kim")
  const lookalikes = [
    email.replace("k", "\u212A"),
    email.replace("i", "\u0131"),
    email.replace("i", "\u0456"),
    email.replace("host", "\uFF48ost"),
    email.replace("@", "+x@"),
    email.replace("kim", "k.im"),
    ` ${email}\u200B`,
    `${email}\r\nbcc: eve@evil.example`,
    `"${email}" <eve@evil.example>`,
    `${email},eve@evil.example`,
    `eve@evil.example\u0000${email}`,
  ]
  for (const typed of lookalikes) {
    expect([typed, (await open().signIn(typed, testPassword)).status]).not.toEqual([typed, 200])
    const { status } = await open().post("/api/auth/sign-in/magic-link", { email: typed, callbackURL: "/" })
    expect([typed, status]).not.toEqual([typed, 500])
    expect(await mailsTo(typed)).toEqual([])
    expect(await mailsTo("eve@evil.example")).toEqual([])
  }
  expect((await open().signIn(email.toUpperCase(), testPassword)).status).toBe(200)
})

const closed = [
  "sign-up/email",
  "update-session",
  "delete-user",
  "change-email",
  "list-sessions",
  "two-factor/send-otp",
]
const spellings = (path: string): readonly string[] => [
  `/api/auth/${path}/`,
  `/api/auth//${path}`,
  `/api/auth/./${path}`,
  `/api/auth/x/../${path}`,
  `/api/auth/${path.toUpperCase()}`,
  `/api/auth/${path.replace("/", "%2f")}`,
  `/api/auth/${path.replace("-", "%2d")}`,
  `/api/auth/${path};x`,
  `/api/auth/${path}?x`,
  `/api//auth/${path}`,
]

test.each(closed)("what is closed of the library stays closed however its path is written: %s", async (path) => {
  const { email } = await somebody()
  const invented = `new-${email}`
  const browser = open()
  await browser.signIn(email, testPassword)
  for (const spelling of spellings(path)) {
    const body = { email: invented, name: "New", password: testPassword, newEmail: invented }
    const answer = await post(spelling, body, { cookie: browser.cookie(), "x-forwarded-for": "10.4.4.4" })
    expect([spelling, answer.status >= 400 && answer.status < 500]).toEqual([spelling, true])
  }
  expect((await open().signIn(invented, testPassword)).status).toBe(401)
  expect(await isIn(browser)).toBe(true)
})

test("guesses are counted however the path is written", async () => {
  const { email } = await somebody()
  for (const spelling of [...spellings("sign-in/email"), ...spellings("sign-in/email")])
    await post(
      spelling,
      { email, password: "not it" },
      { "x-forwarded-for": `10.5.${Math.floor(Math.random() * 250)}.1` },
    )
  const opened: string[] = []
  for (const spelling of spellings("sign-in/email")) {
    const answer = await post(spelling, { email, password: testPassword }, { "x-forwarded-for": "10.6.1.1" })
    if (answer.status === 200) opened.push(spelling)
  }
  expect(opened).toEqual([])
})

test("a sign-in is no form of another site's: only JSON from our own pages is heard", async () => {
  const { email } = await somebody()
  const form = `email=${encodeURIComponent(email)}&password=${encodeURIComponent(testPassword)}`
  for (const [type, body] of [
    ["application/x-www-form-urlencoded", form],
    ["text/plain", JSON.stringify({ email, password: testPassword })],
    ["multipart/form-data; boundary=b", `--b\r\ncontent-disposition: form-data; name="email"\r\n\r\n${email}\r\n--b--`],
  ] as const) {
    const request = rawRequest("POST", "/api/auth/sign-in/email", { host: "x", "content-type": type }, body)
    const answer = await sendRaw(keelson.address, request)
    expect([type, [400, 415].includes(answer.status), answer.head.includes("session_token")]).toEqual([
      type,
      true,
      false,
    ])
  }
  const foreign = { origin: "https://evil.example", "sec-fetch-site": "cross-site", "x-forwarded-for": "10.7.1.1" }
  expect((await post("/api/auth/sign-in/email", { email, password: testPassword }, foreign)).status).toBe(403)
})
