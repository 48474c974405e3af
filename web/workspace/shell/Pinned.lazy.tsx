import { useTranslation } from "react-i18next"
import { PinList } from "./PinList.tsx"
import { PlaceGroup } from "./PlaceGroup.tsx"
import { usePins } from "./usePins.ts"

/** The pinned views in the navigation of a wide screen; there is no such group before something is pinned. */
const Pinned = ({ slug }: { slug: string }) => {
  const { t } = useTranslation("views")
  const pins = usePins(slug)
  return pins.length === 0 ? null : (
    <PlaceGroup group="pinned" label={t("pinned.title")} addresses={[]}>
      <PinList pins={pins} iconSize={17} />
    </PlaceGroup>
  )
}

export default Pinned
