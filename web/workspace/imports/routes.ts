import { IconTableImport } from "@tabler/icons-react"
import type { AreaRoute } from "#client/area"
import { importableTexts } from "./importableTexts.ts"

export const importsRoutes: readonly AreaRoute[] = [
  {
    path: "imports",
    page: () => import("./Imports.lazy.tsx"),
    texts: ["imports", ...importableTexts],
    nav: { label: "nav.imports", Icon: IconTableImport, order: 70, keys: "g i", isFoot: true },
  },
  { path: "imports/$run", page: () => import("./ImportRun.lazy.tsx"), texts: ["imports", ...importableTexts] },
]
