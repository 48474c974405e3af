import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type Coverage, listCovering } from "#contract/recruitment"
import { Panel } from "#ui/Panel"
import { RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { CoveringRows } from "./CoveringRows.tsx"

/** Companies that the map cannot place, counted and by name: a gap may be only what nobody wrote down. */
export const Unknowns = ({ coverage: { places, entries, totals } }: { coverage: Coverage }) => {
  const { t } = useTranslation("coverage")
  const [isOpen, setOpen] = useState(false)
  const found = useEndpoint(listCovering, { query: { places, entries, unknown: "either" } }, { isEnabled: isOpen })
  const of = (standing: string) => totals.find((each) => each.standing === standing)
  const all = (what: "either" | "companies") => totals.reduce((sum, total) => sum + total[what], 0)
  const paused = of("paused")?.companies ?? 0
  return (
    <Panel title={t("unknowns.title")} hint={t("unknowns.hint")} isFlush>
      <RowsNote>
        {t("unknowns.count", { count: all("either"), all: all("companies"), partners: of("partner")?.either ?? 0 })}
        {paused === 0 ? null : ` ${t("unknowns.paused", { count: paused })}`}
      </RowsNote>
      {isOpen ? (
        <Loaded from={found}>
          {({ items, isMore }) => <CoveringRows items={items} isMore={isMore} saysUnknown />}
        </Loaded>
      ) : all("either") === 0 ? null : (
        <RowsNote>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t("unknowns.show")}
          </Button>
        </RowsNote>
      )}
    </Panel>
  )
}
