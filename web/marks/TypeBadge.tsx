import {
  IconAffiliate,
  IconArrowsJoin,
  IconBuildingStore,
  IconCode,
  IconHeartHandshake,
  IconPlugConnected,
  IconPuzzle,
  IconServerCog,
  IconSpeakerphone,
  IconTopologyStar3,
  IconTruckDelivery,
} from "@tabler/icons-react"
import type { ComponentType } from "react"
import { useTranslation } from "react-i18next"
import type { PartnershipType } from "#contract/partnerships"
import classes from "./TypeBadge.module.css"

const icons: Record<PartnershipType, ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>> = {
  reseller: IconBuildingStore,
  distributor: IconTruckDelivery,
  msp: IconServerCog,
  integrator: IconPuzzle,
  isv: IconCode,
  integration: IconPlugConnected,
  referral: IconAffiliate,
  co_marketing: IconSpeakerphone,
  joint_solution: IconArrowsJoin,
  strategic_alliance: IconHeartHandshake,
  consortium: IconTopologyStar3,
}

/** What kind of partnership it is. Neutral: a type is not a state. Small, for tables, is the sign with its name as tooltip. */
export const TypeBadge = ({ type, isSmall = false }: { type: PartnershipType; isSmall?: boolean }) => {
  const { t } = useTranslation("marks")
  const Icon = icons[type]
  const name = t(`type.${type}`)
  return (
    <span className={classes.type} {...(isSmall ? { role: "img", "aria-label": name, title: name } : {})}>
      <Icon size={isSmall ? 16 : 14} stroke={1.7} aria-hidden />
      {isSmall ? null : name}
    </span>
  )
}
