import type { Content } from "../rules.ts"

type Nullable<T> = { [K in keyof T]?: T[K] | null | undefined }
export type NoticeTerm = Nullable<
  Pick<Content, "noticeDays" | "noticeWeeks" | "noticeMonths" | "noticeTo" | "noticeCounts" | "noticeOpensMonths">
>
type Say = (key: string, values?: Readonly<{ count: number }>) => string

/** How long notice is: "3 months"; undefined where none was agreed. `say` knows the texts of agreements. */
const noticeLength = (say: Say, { noticeDays, noticeWeeks, noticeMonths }: NoticeTerm): string | undefined => {
  if (noticeMonths != null) return say("giving.months", { count: noticeMonths })
  if (noticeWeeks != null) return say("giving.weeks", { count: noticeWeeks })
  return noticeDays == null ? undefined : say("review.noticeDays", { count: noticeDays })
}

/** What was agreed of notice, in parts to be listed: "3 months", "at the end of a calendar quarter". */
export const noticeParts = (say: Say, term: NoticeTerm): readonly string[] => {
  const length = noticeLength(say, term)
  if (length === undefined) return [say("review.noNotice")]
  return [
    length,
    say(`giving.to.${term.noticeTo ?? "term"}`),
    ...(term.noticeCounts === "given" ? [say("giving.fromGiven")] : []),
    ...(term.noticeOpensMonths == null ? [] : [say("giving.opens", { count: term.noticeOpensMonths })]),
  ]
}

/** Whether it renews, and for how long where that was said. */
export const renewalWords = (
  say: Say,
  {
    autoRenews,
    renewalMonths,
  }: Readonly<{ autoRenews?: boolean | undefined; renewalMonths?: number | null | undefined }>,
): string => {
  if (autoRenews !== true) return say("review.no")
  return renewalMonths == null ? say("review.yes") : say("giving.renewsFor", { count: renewalMonths })
}
