import { Anchor } from "@mantine/core"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { getPortfolioSummary } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { useFormat } from "#ui/text"
import type { PortfolioView } from "./view.ts"

type AnswerProps = {
  summary: OutputOf<typeof getPortfolioSummary>
  onShow: (change: Partial<PortfolioView>) => void
}

/** The portfolio in one sentence; what can be listed is a link to its list. */
export const Answer = ({ summary, onShow }: AnswerProps) => {
  const { t } = useTranslation("portfolio")
  const format = useFormat()
  const { drifting, partnerships, silent, notScored, overdue, noticeWindows } = summary
  if (partnerships === 0) return t("answer.none")
  const others = [
    overdue.host > 0 ? t("answer.overdueHost", { count: overdue.host }) : null,
    overdue.partner > 0 ? t("answer.overduePartner", { count: overdue.partner }) : null,
    noticeWindows > 0 ? t("answer.notice", { count: noticeWindows }) : null,
    notScored > 0 ? t("answer.notScored", { count: notScored }) : null,
  ].filter((part) => part !== null)
  return (
    <>
      {drifting > 0 ? (
        <Anchor
          component="button"
          type="button"
          inherit
          onClick={() => onShow({ drifting: "true", silent: undefined })}
        >
          {t("answer.drifting", { count: drifting, partnerships })}
        </Anchor>
      ) : (
        t("answer.steady", { count: partnerships })
      )}
      {silent > 0 ? (
        <>
          {format.semicolon}
          <Anchor
            component="button"
            type="button"
            inherit
            onClick={() => onShow({ drifting: undefined, silent: "true" })}
          >
            {t("answer.silent", { count: silent })}
          </Anchor>
        </>
      ) : null}
      {others.map((part) => (
        <Fragment key={part}>
          {format.semicolon}
          {part}
        </Fragment>
      ))}
      {format.stop}
    </>
  )
}
