import type { AddressInfo } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { SMTPServer } from "smtp-server"

/** A mail as it went over the wire: who it is for, and everything that was sent. */
export type ReceivedMail = Readonly<{ from: string; to: readonly string[]; raw: string }>

export type SmtpSink = Readonly<{
  url: string
  mails: () => readonly ReceivedMail[]
  /** The first mail to that address, waiting for it a while. */
  waitFor: (to: string, patienceMs?: number) => Promise<ReceivedMail>
  stop: () => Promise<void>
}>

/** A real SMTP server that accepts everything and keeps it; on any free port unless one is given. */
export const startSmtp = async (onPort = 0, onMail: (mail: ReceivedMail) => void = () => {}): Promise<SmtpSink> => {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    // Whoever keeps a connection for a next mail is not waited for when the server stops: it would be half a minute.
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ""
        const raw = Buffer.concat(chunks).toString("utf8")
        const mail = { from, to: rcptTo.map(({ address }) => address), raw }
        received.push(mail)
        onMail(mail)
        done()
      })
    },
  })
  // A client that is killed in the middle of a mail is its own trouble.
  server.on("error", () => {})
  await new Promise<void>((resolve) => server.listen(onPort, "127.0.0.1", resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => received,
    waitFor: (to, patienceMs = 30_000) => waitFor(received, to, patienceMs),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const waitFor = async (received: readonly ReceivedMail[], to: string, patienceMs: number): Promise<ReceivedMail> => {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const mail = received.find((one) => one.to.includes(to))
    if (mail) return mail
    if (Date.now() > deadline)
      throw new Error(`No mail to ${to} within ${patienceMs} ms; there are ${received.length} others.`)
    await pause(20)
  }
}

/** A mail with its text as it is read: quoted-printable or, where hardly a letter is Latin, base64 undone. */
export const plain = (raw: string): string => {
  const [, head = "", body = ""] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? []
  if (!/^Content-Transfer-Encoding: base64$/im.test(head)) return printableUndone(raw)
  return `${head.replaceAll("\r\n", "\n")}\n\n${Buffer.from(body, "base64").toString("utf8")}`
}

const printableUndone = (raw: string): string =>
  raw
    .replaceAll("\r\n", "\n")
    .replaceAll("=\n", "")
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll("=", ""), "hex").toString("utf8"))
