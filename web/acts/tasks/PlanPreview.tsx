import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { previewPlan } from "#contract/tasks"
import { SideBadge } from "#ui/SideBadge"
import { Loaded, LoadingState } from "#ui/states"
import { DateText } from "#ui/text"
import { PlanTimeline } from "./PlanTimeline.tsx"
import classes from "./tasks.module.css"
import { useOpens } from "./words.tsx"

type Asked = { subjectKind: string; subjectId: string; startsOn: string; party?: string }

/** What a plan would make, were it started: each step with its side, owner, day and what it opens. */
export const PlanPreview = ({ planTemplate, asked }: { planTemplate: string; asked: Asked }) => {
  const { t } = useTranslation("tasks")
  const opens = useOpens()
  const preview = useEndpoint(previewPlan, { params: { planTemplate }, query: asked }, { keepsPrevious: true })
  return (
    <Loaded from={preview} loading={<LoadingState rows={3} />}>
      {({ items }) => (
        <section aria-label={t("plan.preview")}>
          <Text size="sm" fw={550}>
            {t("plan.preview")}
          </Text>
          <Text size="xs" c="dimmed" mb="xs">
            {t("plan.previewHint")}
          </Text>
          <PlanTimeline
            startsOn={asked.startsOn}
            steps={items.map(({ title, side, dueOn }, at) => ({ key: String(at), title, side, dueOn }))}
          />
          <table className={classes.preview}>
            <tbody>
              {items.map(({ title, side, ownerName, isPrivate, dueOn, grants }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two tasks of a plan may look alike
                <tr key={at}>
                  <th scope="row">
                    {title}
                    {isPrivate ? ` (${t("plan.private")})` : ""}
                    {grants.length > 0 ? <span className={classes.opens}>{opens(grants)}</span> : null}
                  </th>
                  <td>
                    <SideBadge side={side} />
                  </td>
                  <td>{ownerName ?? t("nobody")}</td>
                  <td>
                    <DateText on={dueOn} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Loaded>
  )
}
