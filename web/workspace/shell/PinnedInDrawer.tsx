import { useTranslation } from "react-i18next"
import { frame } from "#shell/Frame"
import { PinList } from "./PinList.tsx"
import { usePins } from "./usePins.ts"

/** The same on a phone, where going somewhere closes the drawer. */
export const PinnedInDrawer = ({ slug, onGo }: { slug: string; onGo: () => void }) => {
  const { t } = useTranslation("views")
  const pins = usePins(slug)
  return pins.length === 0 ? null : (
    <section className={frame.foldable} aria-labelledby="places-pinned">
      <h3 id="places-pinned">{t("pinned.title")}</h3>
      <ul className={frame.places}>
        <PinList pins={pins} iconSize={18} onGo={onGo} />
      </ul>
    </section>
  )
}
