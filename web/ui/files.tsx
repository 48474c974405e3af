import { csvCell } from "#core/harmless"

export type CsvCell = string | number | null | undefined

/** Rows as a CSV file (RFC 4180), with a byte-order mark so that Excel reads UTF-8. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): Blob =>
  new Blob([`\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`], {
    type: "text/csv;charset=utf-8",
  })

/** Hands a file to the browser as a download. */
export const download = (name: string, content: Blob): void => {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}

/** The picture that a canvas gives as an address, as a file. */
export const blobOfDataUrl = (url: string): Blob => {
  const [head = "", body = ""] = url.split(",")
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: /:(.*?);/.exec(head)?.[1] ?? "image/png" })
}
