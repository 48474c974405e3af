import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { FileLink } from "#acts/FileLink"
import { useEndpoint } from "#client/useEndpoint"
import { type DraftSummary, listAgreementDrafts } from "#contract/agreements"
import classes from "./review.module.css"
import { useWrittenWords } from "./useWrittenWords.tsx"

type WrittenProps = { partnershipId: string; draftAt: (draft: string) => string }

/** What is being written, and what was amended when and why; each opens on its own page. */
export const Written = ({ partnershipId, draftAt }: WrittenProps) => {
  const { t } = useTranslation("agreements")
  const { data } = useEndpoint(listAgreementDrafts, { params: { partnership: partnershipId } })
  const open = data?.items.filter(({ state }) => state !== "in_force") ?? []
  const past = data?.items.filter(({ state }) => state === "in_force") ?? []
  return (
    <>
      <Drafts title={t("written.open")} items={open} draftAt={draftAt} />
      <Drafts title={t("written.amendments")} items={past} draftAt={draftAt} />
    </>
  )
}

const Drafts = ({
  title,
  items,
  draftAt,
}: {
  title: string
  items: readonly DraftSummary[]
  draftAt: (draft: string) => string
}) => {
  const words = useWrittenWords()
  if (items.length === 0) return null
  return (
    <section className={classes.history}>
      <h3 className={classes.side}>{title}</h3>
      <ul className={classes.lines}>
        {items.map((draft) => (
          <li key={draft.id}>
            <Anchor component={Link} to={draftAt(draft.id)} className={classes.name}>
              {words.title(draft)}
            </Anchor>
            <span className={classes.soft}>{words.facts(draft).join(" · ")}</span>
            {draft.signedFile === null || draft.kind === "first" ? null : <FileLink file={draft.signedFile} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
