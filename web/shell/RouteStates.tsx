import { Button } from "@mantine/core"
import { Link, useRouter } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { LoadingState, NotFoundState, ProblemState } from "#ui/states"
import classes from "./RouteStates.module.css"

export const Waiting = () => (
  <div className={classes.waiting}>
    <LoadingState />
  </div>
)

/** No page at this address, or none that this person may see. */
export const NoPage = () => {
  const { t } = useTranslation("shell")
  return (
    <main className={classes.whole}>
      <NotFoundState
        isPage
        action={
          <Button component={Link} to={paths.root()} variant="default">
            {t("toStart")}
          </Button>
        }
      />
    </main>
  )
}

/** A page that could not be shown. */
export const RouteProblem = ({ error }: { error: unknown }) => {
  const router = useRouter()
  return (
    <main className={classes.whole}>
      <ProblemState isPage problem={error} onRetry={() => void router.invalidate()} />
    </main>
  )
}
