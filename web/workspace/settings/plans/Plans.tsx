import { Anchor, Button, Stack } from "@mantine/core"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { listPlanTemplates } from "#contract/tasks"
import { newPlanPath, planPath } from "#paths/settings"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import classes from "./plans.module.css"

/** The plans that can be started, each in its present edition. */
export const Plans = () => {
  const { t } = useTranslation("tasks")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const [showsArchived, setShowsArchived] = useState(false)
  const found = useEndpoint(listPlanTemplates, {})
  const create = found.data?.abilities.create
  return (
    <Stack gap="lg">
      <Panel
        title={t("templates.title")}
        hint={t("templates.hint")}
        isFlush
        aside={
          create === undefined ? undefined : (
            <ActionButton disabledReason={reasonOf(create)} onClick={() => void navigate({ to: newPlanPath(slug) })}>
              {t("templates.create")}
            </ActionButton>
          )
        }
      >
        <Loaded from={found}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t("templates.empty")}>{t("templates.emptyText")}</EmptyState>
            ) : (
              <Lines items={items} slug={slug} />
            )
          }
        </Loaded>
      </Panel>
      {showsArchived ? (
        <Archived slug={slug} />
      ) : (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => setShowsArchived(true)}>
          {t("templates.archived")}
        </Button>
      )}
    </Stack>
  )
}

type LineProps = { items: readonly { id: string; name: string; steps: number; edition: number }[]; slug: string }

const Lines = ({ items, slug }: LineProps) => {
  const { t } = useTranslation("tasks")
  return (
    <ul className={classes.plans}>
      {items.map(({ id, name, steps, edition }) => (
        <li key={id} className={classes.plan}>
          <Anchor component={Link} to={planPath(slug, id)} fw={550}>
            {name}
          </Anchor>
          <span className={classes.soft}>{t("templates.line", { count: steps, edition })}</span>
        </li>
      ))}
    </ul>
  )
}

const Archived = ({ slug }: { slug: string }) => {
  const { t } = useTranslation("tasks")
  const found = useEndpoint(listPlanTemplates, { query: { archived: "true" } })
  return (
    <Panel title={t("templates.archived")} isFlush>
      <Loaded from={found}>{({ items }) => <Lines items={items} slug={slug} />}</Loaded>
    </Panel>
  )
}
