import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { portalNegotiationPath } from "#portal/negotiation"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"
import type { DeskText } from "./desk.ts"

/** Texts of agreements that wait for one's own company, over all vendors, the longest first. */
const Texts = ({ texts }: { texts: readonly DeskText[] }) => {
  const { t } = useTranslation("portal/home")
  const format = useFormat()
  return (
    <Panel title={t("texts.title")} hint={t("texts.hint")} isFlush>
      <Rows>
        {texts
          .toSorted((one, other) => one.since.localeCompare(other.since))
          .map(({ draftId, partnershipId, vendor, title, since, ...waits }) => (
            <Row
              key={draftId}
              name={title}
              lines={
                <RowLine>
                  {vendor.name} ·{" "}
                  <Anchor component={Link} to={portalNegotiationPath(vendor.slug, partnershipId, draftId)} c="inherit">
                    {"proposals" in waits
                      ? t("texts.proposals", { count: waits.proposals })
                      : t("texts.version", { number: waits.number })}
                  </Anchor>
                  {" · "}
                  {format.moment(since)}
                </RowLine>
              }
            />
          ))}
      </Rows>
    </Panel>
  )
}

export default Texts
