import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { WaitingRegistration } from "#contract/deals"
import type { Counted } from "#core/attention"
import { ClockMark } from "#marks/ClockMark"
import { partnershipPath } from "#paths/partnership"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { MomentText } from "#ui/text"

type RegistrationsProps = {
  items: readonly WaitingRegistration[]
  counts: Record<"late" | "waiting", Counted>
  slug: string
}

/** Registrations that wait for our answer, the one due first before the others; nothing where none does. */
export const Registrations = ({ items, counts, slug }: RegistrationsProps) => {
  const { t } = useTranslation("home")
  const more = counts.late.count + counts.waiting.count - items.length
  if (items.length === 0) return null
  return (
    <Panel title={t("registrations.title")} hint={t("registrations.hint")} isFlush>
      <Rows>
        {items.map(({ dealId, name, partnershipId, partnershipName, clock }) => (
          <Row
            key={dealId}
            name={name}
            lines={
              <RowLine>
                <Anchor component={Link} to={partnershipPath(slug, partnershipId)} c="inherit">
                  {partnershipName}
                </Anchor>
                {clock.dueAt === null ? null : (
                  <>
                    {" · "}
                    {t("registrations.due")} <MomentText at={clock.dueAt} />
                  </>
                )}
              </RowLine>
            }
            end={<ClockMark clock={clock} side="host" />}
          />
        ))}
      </Rows>
      {more > 0 ? <RowsNote>{t("andMore", { count: more })}</RowsNote> : null}
    </Panel>
  )
}
