import { UnstyledButton } from "@mantine/core"
import { IconChevronRight } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { type MissedGroup, promisesMissed } from "#contract/commitments"
import type { AttentionGroup } from "#core/attention"
import { Panel } from "#ui/Panel"
import { LoadingState } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./Home.module.css"
import { keyOf } from "./key.ts"
import type { List } from "./list.ts"
import { MissedActs } from "./MissedActs.tsx"
import { OwnerOf, RowOf } from "./Row.tsx"

const MissedOf = lazy(() => import("./MissedOf.lazy.tsx"))

type MissedProps = AttentionGroup<MissedGroup, "ours" | "theirs" | "partnerships"> & Readonly<{ list: List }>

/** What was missed and is not settled, by partnership, folded; nothing where nothing is. */
export const Missed = ({ items, counts, list }: MissedProps) => {
  const { t } = useTranslation("home")
  if (items.length === 0) return null
  const { ours, theirs } = counts
  return (
    <Panel title={t("missed.title")} hint={t("missed.hint", { ours: ours.count, theirs: theirs.count })} isFlush>
      <ul className={classes.rows}>
        {items.map((group) => (
          <Group key={group.partnershipId} group={group} list={list} />
        ))}
      </ul>
    </Panel>
  )
}

const Group = ({ group, list }: { group: MissedGroup; list: List }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { partnershipId, partnershipName, ours, theirs, proposed, newestOn, oldestOn } = group
  const both = [
    ours > 0 ? t("missed.ours", { count: ours }) : "",
    theirs > 0 ? t("missed.theirs", { count: theirs }) : "",
  ]
  return (
    <RowOf
      row={keyOf({ list: promisesMissed.key, id: partnershipId })}
      title={partnershipName}
      partnershipId={partnershipId}
      list={list}
      end={<MissedActs group={group} />}
      below={
        isOpen ? (
          <Suspense fallback={<LoadingState rows={2} />}>
            <MissedOf partnershipId={partnershipId} slug={list.slug} />
          </Suspense>
        ) : null
      }
    >
      <UnstyledButton className={classes.fold} aria-expanded={isOpen} data-title onClick={() => setOpen((was) => !was)}>
        <IconChevronRight size={14} aria-hidden className={classes.chevron} />
        {partnershipName}
      </UnstyledButton>
      <span className={classes.line}>
        <span>{both.filter((each) => each !== "").join(", ")}</span>
        <span>
          {newestOn === oldestOn
            ? t("missed.on", { date: format.date(newestOn) })
            : t("missed.between", { from: format.date(oldestOn), to: format.date(newestOn) })}
        </span>
        {proposed > 0 ? <span>{t("missed.proposed", { count: proposed })}</span> : null}
        <OwnerOf partnershipId={partnershipId} list={list} />
      </span>
    </RowOf>
  )
}
