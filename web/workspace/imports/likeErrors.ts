import type { listImportErrors } from "#contract/imports"
import type { OutputOf } from "#core/endpoint"

type Row = OutputOf<typeof listImportErrors>["items"][number]

/** One problem and the lines that have it. */
export type LikeErrors = Readonly<{ key: string; error: Row["reasons"][number]; lines: readonly number[] }>

/** Puts together what is wrong in the same way: ten lines with one unknown name are one thing to mend. */
export const likeErrors = (rows: readonly Row[]): readonly LikeErrors[] => {
  const found = new Map<string, { error: Row["reasons"][number]; lines: number[] }>()
  for (const { line, reasons } of rows)
    for (const error of reasons) {
      const key = JSON.stringify([error.header, error.value, error.reason, error.params])
      const alike = found.get(key)
      if (alike) alike.lines.push(line)
      else found.set(key, { error, lines: [line] })
    }
  return [...found].map(([key, alike]) => ({ key, ...alike }))
}
