import { useTranslation } from "react-i18next"
import { ThreadDrawer } from "#acts/ThreadDrawer"
import type { PartnershipForPartner } from "#contract/portfolio"
import { Sections } from "#ui/Sections"
import { sections } from "./sections.tsx"

/** What the answer rests on, part by part. */
const Evidence = ({ partnership }: { partnership: PartnershipForPartner }) => {
  const { t } = useTranslation("portal/partnership")
  return (
    <>
      <Sections
        label={t("sections")}
        sections={sections.map(({ key, Section }) => ({
          key,
          label: t(`section.${key}`),
          content: <Section partnership={partnership} />,
        }))}
      />
      <ThreadDrawer />
    </>
  )
}

export default Evidence
