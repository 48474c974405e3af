import { useTranslation } from "react-i18next"
import { ThreadDrawer } from "#acts/ThreadDrawer"
import { Sections } from "#ui/Sections"
import { sections } from "./sections.ts"

/** What the answer rests on, part by part. */
const Evidence = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  return (
    <>
      <Sections
        label={t("sections")}
        sections={sections.map(({ key, label, Section }) => ({
          key,
          label: t(label),
          content: <Section partnershipId={partnershipId} />,
        }))}
      />
      <ThreadDrawer />
    </>
  )
}

export default Evidence
