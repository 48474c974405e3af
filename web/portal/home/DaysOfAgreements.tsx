import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { daysBetween } from "#core/time"
import { portalPartnershipPath } from "#portal/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowDay, RowLine, Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"
import type { DeskDay } from "./desk.ts"

/** The days on which an agreement can be ended or ends, over all vendors, the nearest first; nothing where none is near. */
export const DaysOfAgreements = ({ days }: { days: readonly DeskDay[] }) => {
  const { t } = useTranslation("portal/home")
  const format = useFormat()
  if (days.length === 0) return null
  return (
    <Panel title={t("days.title")} hint={t("days.hint")} isFlush>
      <Rows>
        {days
          .toSorted((one, other) => one.on.localeCompare(other.on))
          .map(({ agreementId, kind, on, title, vendor, partnershipId, autoRenews }) => (
            <Row
              key={`${agreementId} ${kind}`}
              name={kind === "notice" ? t("days.notice") : t(autoRenews ? "days.renews" : "days.ends")}
              lines={
                <RowLine>
                  <Anchor
                    component={Link}
                    to={portalPartnershipPath(vendor.slug, partnershipId)}
                    hash="agreements"
                    c="inherit"
                  >
                    {vendor.name}
                  </Anchor>
                  {" · "}
                  {title}
                </RowLine>
              }
              end={
                <RowDay day={format.day(on)}>
                  {t("days.in", { count: Math.max(0, daysBetween(vendor.today, on)) })}
                </RowDay>
              }
            />
          ))}
      </Rows>
    </Panel>
  )
}
