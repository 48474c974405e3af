import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getAdded } from "#contract/recruitment"
import { coveragePath } from "#paths/recruit"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { useSpotNames } from "./spots.ts"

/** What a candidate would add to the coverage: gaps it fills, and what is not known of it. */
export const Added = ({ candidateId }: { candidateId: string }) => {
  const { t } = useTranslation("coverage")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const found = useEndpoint(getAdded, { params: { candidate: candidateId } })
  const area = useSpotNames({ places: "area", rows: [], columns: [] })
  const region = useSpotNames({ places: "region", rows: [], columns: [] })
  return (
    <Panel
      title={t("added.title")}
      aside={
        <Anchor component={Link} to={coveragePath(slug)}>
          {t("added.open")}
        </Anchor>
      }
      isFlush
    >
      <Loaded from={found}>
        {({ fills, met, isPartner, lacks, targets }) => (
          <>
            <Rows>
              {fills.map((gap) => {
                const spot = (gap.places === "area" ? area : region).both(gap)
                return (
                  <Row
                    key={[gap.places, gap.entries, spot].join(" ")}
                    name={spot}
                    lines={
                      <RowLine>
                        {t("gaps.of", { partner: gap.partner, wanted: gap.wanted })} · {t("soon", { ...gap })}
                      </RowLine>
                    }
                    end={t("gaps.short", { count: gap.short })}
                  />
                )
              })}
            </Rows>
            {[
              ...(targets === 0 ? [t("added.noTargets")] : fills.length === 0 ? [t("added.none")] : []),
              ...(isPartner ? [t("added.partner")] : []),
              ...(met > 0 ? [t("added.met", { count: met })] : []),
              ...(lacks.length > 0 && targets > 0
                ? [t("added.lacks", { all: format.list(lacks.map((lack) => t(`added.lack.${lack}`))) })]
                : []),
            ].map((sentence) => (
              <RowsNote key={sentence}>{sentence}</RowsNote>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  )
}
