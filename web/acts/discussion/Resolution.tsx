import { Button } from "@mantine/core"
import { IconCircleCheck } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { type listComments, reopenThread, resolveThread } from "#contract/discussions"
import type { OutputOf } from "#core/endpoint"
import { MomentText } from "#ui/text"
import classes from "./discussion.module.css"
import type { ThreadPlace } from "./place.ts"

type ResolutionProps = { thread: ThreadPlace; answer: OutputOf<typeof listComments>; latest: number }

/** That a thread is settled, since when and by whom; and the press that says so, or opens it again. */
export const Resolution = ({ thread, answer, latest }: ResolutionProps) => {
  const { t } = useTranslation("discussion")
  const resolve = useAct(resolveThread)
  const reopen = useAct(reopenThread)
  const { resolvedAt, resolvedBy, comments, abilities } = answer
  const may = abilities.write === true
  if (resolvedAt !== null)
    return (
      <p className={classes.resolved}>
        <IconCircleCheck size={16} aria-hidden />
        <span>
          {t("resolved", { name: resolvedBy })} · <MomentText at={resolvedAt} />. {t("resolvedHint")}
        </span>
        {may ? (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={reopen.isPending}
            onClick={() => reopen.mutate({ input: thread })}
          >
            {t("reopen")}
          </Button>
        ) : null}
      </p>
    )
  if (!may || comments === 0) return null
  return (
    <Button
      className={classes.resolve}
      size="xs"
      variant="default"
      leftSection={<IconCircleCheck size={14} aria-hidden />}
      loading={resolve.isPending}
      onClick={() => resolve.mutate({ input: { ...thread, position: latest } })}
    >
      {t("resolve")}
    </Button>
  )
}
