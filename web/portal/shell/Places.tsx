import { IconHelp, IconHome, IconListCheck } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { useVendors } from "#client/useVendors"
import { portalHelpPath } from "#portal/help"
import { portalHomePath } from "#portal/home"
import { portalPromisesPath } from "#portal/promises"
import { vendorPath } from "#portal/vendor"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { Initial } from "#ui/Initial"

/** Home, and every vendor. */
export const Places = () => {
  const { t } = useTranslation(["portal", "shell"])
  const vendors = useVendors()
  return (
    <>
      <ul className={frame.places}>
        <li>
          <PlaceLink
            to={portalHomePath()}
            label={t("home")}
            icon={<IconHome size={18} stroke={1.7} aria-hidden />}
            className={frame.place}
            isExact
          />
        </li>
        {vendors.length > 0 ? (
          <li>
            <PlaceLink
              to={portalPromisesPath()}
              label={t("promises")}
              icon={<IconListCheck size={18} stroke={1.7} aria-hidden />}
              className={frame.place}
            />
          </li>
        ) : null}
        <li>
          <PlaceLink
            to={portalHelpPath()}
            label={t("shell:help")}
            icon={<IconHelp size={18} stroke={1.7} aria-hidden />}
            className={frame.place}
          />
        </li>
      </ul>
      {vendors.length > 0 ? (
        <div>
          <h2 className={frame.group}>{t("vendors")}</h2>
          <ul className={frame.places}>
            {vendors.map(({ slug, name }) => (
              <li key={slug}>
                <PlaceLink to={vendorPath(slug)} label={name} icon={<Initial of={name} />} className={frame.place} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
