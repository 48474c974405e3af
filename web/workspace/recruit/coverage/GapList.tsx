import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Coverage } from "#contract/recruitment"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import type { Spot, SpotNames } from "./spots.ts"

type GapListProps = { coverage: Coverage; names: SpotNames; onOpen: (spot: Spot) => void }

const first = 10

/** Cells below their target, the largest gap first. */
export const GapList = ({ coverage: { gaps, cells }, names, onOpen }: GapListProps) => {
  const { t } = useTranslation("coverage")
  const [isWhole, setWhole] = useState(false)
  if (gaps.length === 0)
    return <RowsNote>{t(cells.some(({ wanted }) => wanted !== null) ? "gaps.none" : "gaps.noTargets")}</RowsNote>
  return (
    <>
      <Rows>
        {gaps.slice(0, isWhole ? undefined : first).map((gap) => (
          <Row
            key={names.both(gap)}
            name={names.both(gap)}
            lines={
              <RowLine>
                {t("gaps.of", { partner: gap.partner, wanted: gap.wanted })} · {t("soon", { ...gap })}
              </RowLine>
            }
            end={
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t("gaps.open", { count: gap.short, spot: names.both(gap) })}
                onClick={() => onOpen(gap)}
              >
                {t("gaps.short", { count: gap.short })}
              </Button>
            }
          />
        ))}
      </Rows>
      {gaps.length > first && !isWhole ? (
        <RowsNote>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t("gaps.all", { count: gaps.length })}
          </Button>
        </RowsNote>
      ) : null}
    </>
  )
}
