import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parentPort } from "node:worker_threads"
import { type ContractMaker, openContract } from "./contract/contractPdf.ts"
import { csvOf } from "./csv.ts"
import { calendarFile } from "./ics/calendar.ts"
import type { FromThread, Order, ToThread } from "./order.ts"
import type { SheetRow } from "./paper.ts"
import { openPdf, type PdfMaker } from "./pdf/pdf.ts"
import { openTypesetter } from "./pdf/typesetter.ts"
import { slidesOf } from "./pptx/slides.ts"
import { workbook } from "./xlsx/workbook.ts"

/** The thread in which documents are made, one at a time, so that nobody's request waits for it. */
const port = parentPort as NonNullable<typeof parentPort>
const say = (message: FromThread) => port.postMessage(message)

let heard: (message: ToThread) => void = () => {}
let press: Readonly<{ paper: PdfMaker; contract: ContractMaker }> | undefined

/** Fonts are read once for all that is printed. */
const onPages = () => {
  if (press === undefined) {
    const typesetter = openTypesetter()
    press = { paper: openPdf(typesetter), contract: openContract(typesetter) }
  }
  return press
}

const nextPage = (): Promise<readonly SheetRow[] | undefined> =>
  new Promise((resolve) => {
    heard = (message) => resolve(message.says === "rows" ? message.rows : undefined)
    say({ says: "more rows" })
  })

async function* pages(): AsyncGenerator<readonly SheetRow[]> {
  for (;;) {
    const page = await nextPage()
    if (page === undefined) return
    yield page
  }
}

/** Nobody else reads it, and nothing that was there is written over. */
const fileAt = (path: string) => createWriteStream(path, { flags: "wx", mode: 0o600 })

const make = async (order: Order, path: string): Promise<Uint8Array | undefined> => {
  switch (order.form) {
    case "pdf":
      return onPages().paper(order.paper)
    case "contract":
      return onPages().contract(order.contract)
    case "pptx":
      return slidesOf(order.paper)
    case "ics":
      return new TextEncoder().encode(calendarFile(order.calendar))
    case "xlsx":
      await pipeline(Readable.fromWeb(workbook(order.sheet, pages()) as never), fileAt(path))
      return undefined
    case "csv":
      await pipeline(Readable.from(csvOf(order.sheet, pages())), fileAt(path))
      return undefined
  }
}

port.on("message", (message: ToThread) => {
  if (message.says !== "make") return heard(message)
  make(message.order, message.path).then(
    (bytes) => say({ says: "made", bytes }),
    (fault: Error & { code?: string }) =>
      say({ says: "failed", message: fault.message, stack: fault.stack, code: fault.code }),
  )
})
