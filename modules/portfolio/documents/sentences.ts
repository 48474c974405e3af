import type { OutputOf } from "#core/endpoint"
import type { Desk } from "#modules/documents"
import type { getPortfolioSummary, PartnershipInPortfolio } from "../contract.ts"
import type { Drift } from "./partnershipFacts.ts"
import { speechOf } from "./speech.ts"

type Summary = OutputOf<typeof getPortfolioSummary>

/** The sentence that opens the portfolio's page. */
export const portfolioSentence = ({ say, format }: Pick<Desk, "say" | "format">, summary: Summary): string => {
  const { drifting, partnerships, silent, notScored, overdue, noticeWindows } = summary
  if (partnerships === 0) return format.sentence(say("portfolio:answer.none"))
  const parts = [
    drifting > 0
      ? say("portfolio:answer.drifting", { count: drifting, partnerships })
      : say("portfolio:answer.steady", { count: partnerships }),
    ...(silent > 0 ? [say("portfolio:answer.silent", { count: silent })] : []),
    ...(overdue.host > 0 ? [say("portfolio:answer.overdueHost", { count: overdue.host })] : []),
    ...(overdue.partner > 0 ? [say("portfolio:answer.overduePartner", { count: overdue.partner })] : []),
    ...(noticeWindows > 0 ? [say("portfolio:answer.notice", { count: noticeWindows })] : []),
    ...(notScored > 0 ? [say("portfolio:answer.notScored", { count: notScored })] : []),
  ]
  return format.sentence(format.clauses(parts))
}

/** The sentence that opens the host's page of a partnership. */
export const partnershipSentence = (
  desk: Desk,
  { promises, kept }: Pick<PartnershipInPortfolio, "promises" | "kept">,
  drift: Drift,
): string => {
  const { say } = desk
  const overdue = promises.host.overdue + promises.partner.overdue
  return desk.format.sentences([
    speechOf(desk, drift).headline(drift.clauses),
    overdue === 0
      ? say("partnership:answer.nothingOverdue")
      : say("partnership:answer.overdue", { ours: promises.host.overdue, theirs: promises.partner.overdue }),
    ...(kept.host.due > 0 ? [say("partnership:answer.weKept", kept.host)] : []),
    ...(kept.partner.due > 0 ? [say("partnership:answer.theyKept", kept.partner)] : []),
  ])
}

/** The same for both sides: by name, and without the host's judgement. */
export const sharedSentence = (
  { say, format }: Desk,
  names: Readonly<{ host: string; partner: string }>,
  { promises, kept }: Pick<PartnershipInPortfolio, "promises" | "kept">,
): string => {
  const overdue = promises.host.overdue + promises.partner.overdue
  const sides = (["host", "partner"] as const).flatMap((side) =>
    kept[side].due > 0 ? [say("documents:partnership.keptBy", { name: names[side], ...kept[side] })] : [],
  )
  return format.sentences([
    ...(sides.length > 0 ? sides : [say("documents:partnership.nothingDecided")]),
    overdue === 0
      ? say("partnership:answer.nothingOverdue")
      : say("documents:partnership.overdueOf", {
          hostName: names.host,
          host: promises.host.overdue,
          partnerName: names.partner,
          partner: promises.partner.overdue,
        }),
  ])
}
