import type { Remarks } from "#core/importable/remark"
import type { Collected } from "../rules.ts"

/** One field of a row may be held by several tables (a company and the partnership with it are called the same): it is told once. */
export const tellingOnce = (remarks: Collected, told: Set<string>, about: string): Remarks => ({
  answerTo: remarks.answerTo,
  tell: (code, showing) => {
    const key = `${about} ${code}`
    if (!told.has(key)) remarks.tell(code, showing)
    told.add(key)
  },
})

/** Of a row for which the file's was chosen as a whole nobody is asked field by field. */
export const agreed = ({ tell, answerTo }: Remarks): Remarks => ({
  tell: (code, showing) => (code === "row-differs" ? undefined : tell(code, showing)),
  answerTo: (code, about) => (code === "row-differs" ? "update" : answerTo(code, about)),
})
