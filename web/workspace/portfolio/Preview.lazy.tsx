import { Button, CloseButton, Group, Text } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { HealthMark } from "#marks/HealthMark"
import { KeptRate } from "#marks/KeptRate"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { Fact, Facts } from "#ui/Facts"
import { DateText, MomentText, MoneyText, Unknown, useFormat } from "#ui/text"
import { useStable } from "#ui/useStable"
import { HealthStrip } from "./HealthStrip.tsx"
import classes from "./Preview.module.css"
import type { PortfolioRow } from "./useRows.ts"
import { useWeeksOf } from "./weeks.tsx"

type PreviewProps = { row: PortfolioRow; to: string; onClose: () => void }

/** One line beside the list, with what its columns leave out; the list keeps the keys. */
const Preview = ({ row, to, onClose }: PreviewProps) => {
  const { t } = useTranslation(["portfolio-more", "portfolio"])
  const format = useFormat()
  const list = useRef(document.activeElement as HTMLElement | null)
  // Whoever went on into the preview is back at the line afterwards.
  const close = useStable(() => {
    onClose()
    list.current?.focus({ preventScroll: true })
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape") close()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [close])
  const { drift, onsetBand, kept, promises, older, nextEnd } = row
  const weeks = useWeeksOf(row.id)
  const sides = (of: { host: number; partner: number }) => t("preview.olderOf", of)
  return (
    <aside className={classes.preview} aria-label={`${t("preview.label")}: ${row.name}`}>
      <Group justify="space-between" wrap="nowrap" mb="xs">
        <Text fw={600} truncate>
          {row.name}
        </Text>
        <CloseButton aria-label={t("portfolio:close")} onClick={close} />
      </Group>
      <Group gap="xs" mb="sm">
        <HealthMark health={drift.state} isSmall />
        <TypeBadge type={row.type} />
        <StageBadge stage={row.stage} isSmall />
      </Group>
      {weeks?.health.some((share) => share !== null) ? <HealthStrip health={weeks.health} width={300} /> : null}
      <KeptRate ours={kept.host} theirs={kept.partner} />
      <Facts>
        <Fact label={t("portfolio:column.onset")}>
          <DateText on={drift.onsetOn} />
          {onsetBand ? (
            <Text size="xs" c="dimmed">
              {t("preview.band", { low: format.date(onsetBand.low), high: format.date(onsetBand.high) })}
            </Text>
          ) : null}
        </Fact>
        <Fact label={t("preview.overdue")}>
          {sides({ host: promises.host.overdue, partner: promises.partner.overdue })}
        </Fact>
        <Fact label={t("preview.older")}>{sides(older)}</Fact>
        <Fact label={t("portfolio:column.due")}>
          <DateText on={row.nextDueOn} />
        </Fact>
        <Fact label={t("portfolio:column.notice")}>
          <DateText on={nextEnd?.noticeOn} />
        </Fact>
        <Fact label={t("range.end")}>
          <DateText on={nextEnd?.endsOn} />
        </Fact>
        <Fact label={t("portfolio:column.value")}>
          <MoneyText money={row.revenue} />
        </Fact>
        <Fact label={t("portfolio:column.contact")}>
          {row.lastContactAt ? <MomentText at={row.lastContactAt} /> : <Unknown />}
        </Fact>
        <Fact label={t("portfolio:column.owner")}>{row.owner?.name ?? <Unknown />}</Fact>
        <Fact label={t("portfolio:column.tier")}>{row.tier ?? <Unknown />}</Fact>
        <Fact label={t("portfolio:column.tags")}>{format.commas(row.tags) || <Unknown />}</Fact>
        <Fact label={t("portfolio:column.region")}>{row.region ?? <Unknown />}</Fact>
      </Facts>
      <Button component={Link} to={to} size="xs" mt="md" fullWidth>
        {t("preview.open")}
      </Button>
    </aside>
  )
}

export default Preview
