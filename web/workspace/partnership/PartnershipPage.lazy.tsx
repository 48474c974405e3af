import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ThreadDrawer } from "#acts/ThreadDrawer"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnership, type PartnershipForHost } from "#contract/portfolio"
import { HealthMark } from "#marks/HealthMark"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { portfolioPath } from "#paths/portfolio"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { EditPartnership } from "./header/EditPartnership.tsx"
import { Facts } from "./header/Facts.tsx"
import { MoveMenu } from "./header/MoveMenu.tsx"
import { useAnswer } from "./header/useAnswer.ts"
import classes from "./PartnershipPage.module.css"
import { sections } from "./sections.ts"

/** One page a sponsor can read in two minutes. */
const PartnershipPage = () => {
  const { partnership = "" } = useParams({ strict: false })
  const found = useEndpoint(getPartnership, { params: { partnership } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown partnership={shown} />}
    </Loaded>
  )
}

const Shown = ({ partnership }: { partnership: PartnershipForHost }) => {
  const { t } = useTranslation("partnership")
  const { slug = "" } = useParams({ strict: false })
  const { id, name, type, stage, drift } = partnership
  return (
    <Page
      title={name}
      answer={useAnswer(partnership)}
      back={{ to: portfolioPath(slug), label: t("back") }}
      marks={
        <>
          <TypeBadge type={type} />
          <StageBadge stage={stage} />
          <HealthMark health={drift.state} />
        </>
      }
      actions={
        <>
          <EditPartnership partnership={partnership} />
          <MoveMenu partnership={partnership} />
        </>
      }
    >
      <Facts partnership={partnership} />
      <nav aria-label={t("sections")} className={classes.anchors}>
        {sections.map(({ key, label }) => (
          <a key={key} href={`#${key}`}>
            {t(label)}
          </a>
        ))}
      </nav>
      {sections.map(({ key, Section }) => (
        <div key={key} id={key} className={classes.section}>
          <Section partnershipId={id} />
        </div>
      ))}
      <ThreadDrawer />
    </Page>
  )
}

export default PartnershipPage
