import type { RequestOptions } from "node:http"
import { Agent, request } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import type { Tally } from "./tally.ts"

type Kind = Readonly<{
  method: string
  path(argument: string): string
  body?: (summary: string) => string
  args: readonly string[]
}>

type Aim = Readonly<{ base: string; cookie: string; kinds: readonly Kind[]; tally: Tally }>

/** Three times as many as the pool has connections. */
const lanes = 60
/** More at once than the pool and its queue hold together: some must be sent away. */
const burst = 700
const acceptable = 100
const burstEveryMs = 20_000
const importEveryMs = 5_000
/** Whoever is sent away waits a moment, or it would only be sent away again. */
const pauseMs = 250

/** Every kind of request in turn on each lane, now and then a burst, and a small file to import. */
export const openTraffic = ({ base, cookie, kinds, tally }: Aim) => {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: burst })
  const send = async (path: string, options: RequestOptions, body?: string): Promise<string> => {
    const began = performance.now()
    const headers = { cookie, "content-type": "application/json", ...options.headers }
    const answer = await ask(`${base}${path}`, { ...options, agent, headers }, body)
    const { status, retryAfter } = answer
    tally.add({ status, milliseconds: performance.now() - began, saysWhenToRetry: retryAfter !== undefined })
    if (status < 200 || status > 299) await sleep(pauseMs)
    return answer.text
  }
  const sendKind = ({ method, path, body, args }: Kind, turn: number) =>
    send(path(args[turn % args.length] ?? ""), { method }, body?.("talked about the pipeline"))
  const lane = async (first: number, until: number) => {
    for (let turn = first; performance.now() < until; turn++) {
      const kind = kinds[turn % kinds.length]
      if (kind) await sendKind(kind, turn)
    }
  }
  const every = async (intervalMs: number, until: number, act: () => Promise<unknown>) => {
    while (performance.now() + intervalMs < until) {
      await sleep(intervalMs)
      await act()
    }
  }
  const [list] = kinds
  return {
    runUntil: async (until: number): Promise<void> => {
      await Promise.all([
        ...Array.from({ length: lanes }, (_, first) => lane(first, until)),
        every(burstEveryMs, until, async () => {
          const sent: Promise<string>[] = []
          for (let turn = 0; list && turn < burst; turn++) {
            sent.push(sendKind(list, turn))
            // The operating system holds some hundreds of new connections; more at once would wait there, not in the server.
            if (turn % acceptable === 0) await sleep(10)
          }
          await Promise.all(sent)
        }),
        every(importEveryMs, until, () => importFile(send)),
      ])
      agent.destroy()
    },
  }
}

type Send = (path: string, options: RequestOptions, body?: string) => Promise<string>

/** Twenty activities with a partner of their own; another file each time, because the same one is imported once. */
const importFile = async (send: Send): Promise<void> => {
  const boundary = "keelson-soak"
  const partner = `Soak ${performance.now()}`
  const rows = Array.from({ length: 20 }, (_, row) => `${partner},2026-03-${10 + row},call,Person ${row},Talked`)
  const file = ["partner,date,kind,person,summary", ...rows].join("\n")
  const form = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="soak.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n--${boundary}--\r\n`
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` }
  const { id } = JSON.parse((await send("/imports", { method: "POST", headers }, form)) || "{}") as { id?: string }
  if (id === undefined) return
  const options = JSON.stringify({ kind: "activities", unknownPartners: "create", partnershipType: "reseller" })
  await send(`/imports/${id}/options`, { method: "PUT" }, options)
  await send(`/imports/${id}/start`, { method: "POST" }, "{}")
}

type Answer = Readonly<{ status: number; retryAfter: string | undefined; text: string }>

/** Status 0 when the connection broke. */
const ask = (url: string, options: RequestOptions, body: string | undefined): Promise<Answer> =>
  new Promise((resolve) => {
    const sent = request(url, options, (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (piece: string) => {
        text += piece
      })
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"], text }),
      )
      response.on("error", () => resolve(nothing))
    })
    sent.on("error", () => resolve(nothing))
    sent.end(body)
  })

const nothing: Answer = { status: 0, retryAfter: undefined, text: "" }
