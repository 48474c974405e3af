import { type ReactNode, Suspense } from "react"
import { useTranslation } from "react-i18next"
import frame from "./frame.module.css"
import { Waiting } from "./RouteStates.tsx"

export { frame }

type FrameProps = {
  /** The navigation on a wide screen, and on a phone. */
  sidebar: ReactNode
  phone: ReactNode
  children: ReactNode
}

/** What is around every page of an entrance: the way past the navigation, the navigation, and the page itself. */
export const Frame = ({ sidebar, phone, children }: FrameProps) => {
  const { t } = useTranslation("shell")
  return (
    <>
      <a href="#page" className={frame.skip}>
        {t("skip")}
      </a>
      <div className={frame.frame}>
        {sidebar}
        <main id="page" tabIndex={-1} className={frame.page}>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </main>
        {phone}
      </div>
    </>
  )
}
