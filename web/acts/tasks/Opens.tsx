import { Anchor } from "@mantine/core"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { TaskView } from "#contract/tasks"
import { RowLine } from "#ui/Rows"

/** What a task opens once it is done, or has opened: what can be read already is a link. */
export const Opens = ({ grants, state }: Pick<TaskView, "grants" | "state">) => {
  const { t } = useTranslation("tasks")
  if (grants.length === 0) return null
  const said = state === "skipped" ? t("opens.never") : t(state === "done" ? "opens.has" : "opens.will")
  return (
    <RowLine>
      {said}{" "}
      {grants.map(({ opens, name, link }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what a task opens has no other name, and is never moved
        <Fragment key={at}>
          {at > 0 ? ", " : ""}
          {link === null ? (
            (name ?? t(`opens.${opens}`))
          ) : (
            <Anchor href={link} target="_blank" rel="noreferrer">
              {name}
            </Anchor>
          )}
        </Fragment>
      ))}
    </RowLine>
  )
}
