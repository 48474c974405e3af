import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listLikeEnded } from "#contract/recruitment"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

/** Partnerships of the like that have ended: why, and what was learnt, before one decides. */
export const LikeEnded = ({ candidateId }: { candidateId: string }) => {
  const { t } = useTranslation("lessons")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const found = useEndpoint(listLikeEnded, { params: { candidate: candidateId } })
  return (
    <Panel title={t("like.title")} hint={t("like.hint")} isFlush>
      <Loaded from={found}>
        {({ items, found: all }) =>
          items.length === 0 ? (
            <RowsNote>{t("like.none")}</RowsNote>
          ) : (
            <>
              <Rows>
                {items.map(({ id, name, endedOn, by, why, words }) => (
                  <Row
                    key={id}
                    isLong
                    name={
                      <Anchor component={Link} to={partnershipPath(slug, id)}>
                        {name}
                      </Anchor>
                    }
                    lines={
                      <>
                        <RowLine>
                          {[
                            endedOn === null ? t("like.endedUnknown") : t("like.ended", { date: format.date(endedOn) }),
                            t("like.alike", { all: format.list(by.map((each) => t(`like.in.${each}`))) }),
                          ].join(" · ")}
                        </RowLine>
                        <RowLine>{why === null ? t("whyUnknown") : t("why", { why })}</RowLine>
                        <RowLine isStrong={words !== null}>
                          {words === null ? t("like.noLesson") : t("like.lesson", { words })}
                        </RowLine>
                      </>
                    }
                  />
                ))}
              </Rows>
              {all > items.length ? <RowsNote>{t("like.more", { count: all, shown: items.length })}</RowsNote> : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}
