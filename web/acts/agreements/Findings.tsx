import { Anchor } from "@mantine/core"
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import classes from "./review.module.css"
import { useFindingWords } from "./useFindingWords.tsx"

/** Where on the page what a finding is about stands. */
export const anchorOf = (at: string): string => {
  const [kind = "", index] = at.split(".")
  return index === undefined
    ? kind === "commitments"
      ? "promises"
      : kind === "objectives"
        ? "goals"
        : "term"
    : `${kind}-${index}`
}

/** What is missing or odd, what stands in the way first; each leads to the line it is about. */
export const Findings = ({ draft, agreementsAt }: { draft: DraftView; agreementsAt: string }) => {
  const { t } = useTranslation("agreements")
  const say = useFindingWords()
  if (draft.findings.length === 0) return null
  return (
    <Panel title={t("review.findings")} hint={t("review.findingsHint")}>
      <ul className={classes.findings}>
        {draft.findings.map(({ code, at, blocks, title, otherId }) => {
          const words = say(code, title ?? draft.title)
          const Icon = blocks ? IconAlertTriangle : IconInfoCircle
          return (
            <li key={`${code} ${at} ${otherId}`} data-blocks={blocks || undefined}>
              <Icon size={16} aria-hidden />
              <span>
                <strong>{t(blocks ? "review.blocks" : "review.odd")}</strong>{" "}
                {otherId === null ? (
                  <Anchor href={`#${anchorOf(at)}`}>{words}</Anchor>
                ) : (
                  <Anchor component={Link} to={agreementsAt}>
                    {words}
                  </Anchor>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
