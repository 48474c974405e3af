import { Button, Group, Skeleton, Stack } from "@mantine/core"
import { IconAlertTriangle, IconInbox, IconLock, IconMapOff } from "@tabler/icons-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { fieldSentence, Problem, sentenceOf } from "#client/problem"
import { HelpLink } from "./PageHelp.tsx"
import { useAnswered } from "./rest.tsx"
import classes from "./states.module.css"

type StateProps = {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  role?: "alert" | "status"
  /** It is all there is on the page: its title is the page's. */
  isPage?: boolean | undefined
}

const State = ({ icon, title, children, action, role, isPage = false }: StateProps) => {
  useAnswered()
  return (
    <div className={classes.state} data-page={isPage || undefined} role={role}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      {isPage ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
      {children ? <div className={classes.text}>{children}</div> : null}
      {action ? <Group gap="xs">{action}</Group> : null}
    </div>
  )
}

/** Nothing here yet: says what belongs here and what to do next. */
export const EmptyState = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => (
  <State
    icon={<IconInbox size={22} stroke={1.6} />}
    title={title}
    action={
      <>
        {action}
        <HelpLink />
      </>
    }
  >
    {children}
  </State>
)

/** The outline of what is coming, so that nothing jumps when it arrives. */
export const LoadingState = ({ rows = 6 }: { rows?: number }) => {
  const { t } = useTranslation("ui")
  return (
    <Stack gap={14} p="md" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={row} height={12} width={`${94 - ((row * 23) % 47)}%`} radius="sm" />
      ))}
    </Stack>
  )
}

type ErrorStateProps = { problem: unknown; onRetry?: () => void; isPage?: boolean }

/** Something failed: what, what to do, and the number to quote to support. */
export const ErrorState = ({ problem, onRetry, isPage }: ErrorStateProps) => {
  const { t } = useTranslation("ui")
  const known = problem instanceof Problem ? problem : undefined
  return (
    <State
      role="alert"
      isPage={isPage}
      icon={<IconAlertTriangle size={22} stroke={1.6} />}
      title={sentenceOf(problem)}
      action={
        onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {t("error.retry")}
          </Button>
        ) : undefined
      }
    >
      <p>{known?.errors[0] ? fieldSentence(known.errors[0]) : t("error.text")}</p>
      {known?.requestId ? <p className={classes.request}>{t("error.request", { id: known.requestId })}</p> : null}
    </State>
  )
}

/** May not be seen or done: why, and who can help. */
export const ForbiddenState = ({
  reason,
  action,
  isPage,
}: {
  reason?: string | undefined
  action?: ReactNode
  isPage?: boolean
}) => {
  const { t } = useTranslation("ui")
  return (
    <State icon={<IconLock size={22} stroke={1.6} />} title={t("forbidden.title")} action={action} isPage={isPage}>
      {reason ?? t("forbidden.text")}
    </State>
  )
}

/** No such thing, or not for this reader: the two look the same on purpose. */
export const NotFoundState = ({ action, isPage }: { action?: ReactNode; isPage?: boolean }) => {
  const { t } = useTranslation("ui")
  return (
    <State icon={<IconMapOff size={22} stroke={1.6} />} title={t("notFound.title")} action={action} isPage={isPage}>
      {t("notFound.text")}
    </State>
  )
}

/** The right state for whatever went wrong. */
export const ProblemState = ({ problem, onRetry, isPage = false }: ErrorStateProps) => {
  const status = problem instanceof Problem ? problem.status : undefined
  if (status === 403) return <ForbiddenState reason={sentenceOf(problem)} isPage={isPage} />
  if (status === 404) return <NotFoundState isPage={isPage} />
  return <ErrorState problem={problem} isPage={isPage} {...(onRetry ? { onRetry } : {})} />
}

type LoadedProps<T> = {
  /** An answer of `useEndpoint`. */
  from: { data: T | undefined; error: unknown; refetch: () => unknown }
  loading?: ReactNode
  /** It is all there is on the page: what went wrong is the page's title. */
  isPage?: boolean
  children: (answer: NonNullable<T>) => ReactNode
}

/** Shows an answer once it is there, and until then the loading, error, forbidden or not-found state. */
export const Loaded = <T,>({ from, loading, isPage = false, children }: LoadedProps<T>) => {
  if (from.data !== undefined && from.data !== null) return children(from.data)
  if (from.error) return <ProblemState problem={from.error} onRetry={() => from.refetch()} isPage={isPage} />
  return loading ?? <LoadingState />
}
