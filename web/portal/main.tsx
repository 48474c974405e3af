import { QueryClientProvider } from "@tanstack/react-query"
import { StrictMode, Suspense } from "react"
import { createRoot } from "react-dom/client"
import { startTexts } from "#client/i18n"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { LoadingState } from "#ui/states"
import { ThemeProvider } from "#ui/theme"
import { ViewerProvider } from "#ui/viewer"
import { Vendors } from "./Vendors.tsx"

void queries.prefetchQuery(sessionQuery)
await startTexts(["ui", "portal"])

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <ViewerProvider side="partner">
          <Suspense fallback={<LoadingState />}>
            <Vendors />
          </Suspense>
        </ViewerProvider>
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
)
