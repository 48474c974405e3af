import { createTransport } from "nodemailer"
import { afterAll, expect, test } from "vitest"
import { startSmtp } from "./smtp.ts"

const smtp = await startSmtp()
afterAll(smtp.stop)

test("keeps what was sent and finds it by address", async () => {
  const transport = createTransport(smtp.url)
  await transport.sendMail({
    from: "a@example.com",
    to: "b@example.com",
    subject: "Signed",
    text: "Both sides signed.",
  })
  const mail = await smtp.waitFor("b@example.com")
  expect(mail).toMatchObject({ from: "a@example.com", to: ["b@example.com"] })
  expect(mail.raw).toContain("Subject: Signed")
  expect(smtp.mails()).toHaveLength(1)
})

test("says so when a mail does not come", async () => {
  await expect(smtp.waitFor("nobody@example.com", 50)).rejects.toThrow("No mail to nobody@example.com")
})
