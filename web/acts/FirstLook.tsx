import { Anchor, Group, Progress } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useAfterWork } from "#client/useAfterWork"
import { useEndpoint } from "#client/useEndpoint"
import { startScan } from "#contract/drift"
import { getFirstLook } from "#contract/guidance"
import type { OutputOf } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { FirstSaid } from "./guidance/FirstSaid.tsx"
import classes from "./guidance/guidance.module.css"
import type { LookPaths } from "./guidance/paths.ts"

type Look = OutputOf<typeof getFirstLook>

const isUnderWay = (look: Look | undefined): boolean => look !== undefined && look.judging.state !== "judged"

/** How far the judging of what was brought is, and then the first sentence about it, or what is missing for one. */
export const FirstLook = ({ paths }: { paths: LookPaths }) => {
  const { t } = useTranslation("guidance")
  const first = useEndpoint(getFirstLook, {})
  const isWorking = isUnderWay(first.data)
  const look = useEndpoint(getFirstLook, {}, isWorking ? { refreshMs: 1_000 } : {})
  useAfterWork(isWorking)
  return (
    <Loaded from={look}>
      {(shown) => (
        <div className={classes.look} role="status">
          {shown.partnerships === 0 ? (
            <p>{t("look.none")}</p>
          ) : isUnderWay(shown) ? (
            <UnderWay judging={shown.judging} />
          ) : (
            <>
              <FirstSaid look={shown} paths={paths} />
              {paths.imports && shown.notScored === shown.partnerships ? (
                <Anchor component={Link} to={paths.imports}>
                  {t("look.import")}
                </Anchor>
              ) : null}
            </>
          )}
        </div>
      )}
    </Loaded>
  )
}

/** The scan's own count: what has not begun shows no bar. */
const UnderWay = ({ judging: { state, done, total } }: Pick<Look, "judging">) => {
  const { t } = useTranslation("guidance")
  const format = useFormat()
  const scan = useAct(startScan)
  const says =
    state === "running"
      ? t("look.running", { done: format.number(done), total: format.number(total) })
      : state === "failed"
        ? t("look.failed")
        : t("look.waiting", { count: total, formatted: format.number(total) })
  return (
    <>
      <p>{says}</p>
      {state === "running" && total > 0 ? (
        <Progress value={(100 * done) / total} aria-label={t("look.title")} className={classes.bar} />
      ) : null}
      <Group gap="sm">
        {state === "running" ? null : (
          <ActionButton
            size="xs"
            variant="default"
            loading={scan.isPending}
            onClick={() => scan.mutate({ input: { isFull: true } })}
          >
            {t("look.now")}
          </ActionButton>
        )}
        <span className={classes.soft}>{t("look.leave")}</span>
      </Group>
    </>
  )
}
