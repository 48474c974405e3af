import { Outlet } from "@tanstack/react-router"
import { Suspense } from "react"
import { KeyHelp } from "#ui/KeyHelp"
import { Waiting } from "./RouteStates.tsx"

/** What every page has, signed in or not. */
export const Root = () => (
  <>
    <KeyHelp />
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  </>
)
