import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { KeptWords } from "#marks/KeptWords"
import { vendorPath } from "#portal/vendor"
import { Initial } from "#ui/Initial"
import { Panel } from "#ui/Panel"
import { RowLine, Rows, RowWords } from "#ui/Rows"
import classes from "./Home.module.css"
import type { VendorDesk } from "./useVendorDesks.ts"

/** Each vendor with its record: what was kept of what was promised, both ways. */
export const VendorList = ({ desks }: { desks: readonly VendorDesk[] }) => {
  const { t } = useTranslation(["portal/home", "portal"])
  return (
    <Panel title={t("vendors.title")} hint={t("portal:keptSince")} isFlush>
      <Rows>
        {desks.map((desk) => (
          <li key={desk.vendor.slug} className={classes.vendors}>
            <Link to={vendorPath(desk.vendor.slug)} className={classes.vendor}>
              <Initial of={desk.vendor.name} />
              <RowWords name={desk.vendor.name}>
                <Record desk={desk} />
              </RowWords>
            </Link>
          </li>
        ))}
      </Rows>
    </Panel>
  )
}

const Record = ({ desk: { partnerships, total, vendor } }: { desk: VendorDesk }) => {
  const { t, i18n } = useTranslation(["portal", "portal/home"])
  const key = `role.${vendor.role}`
  const role = i18n.exists(key, { ns: "portal" }) ? t(key as "role.seller") : vendor.role
  return (
    <RowLine>
      {role}
      {partnerships.length > 0 ? (
        <>
          {" "}
          · <KeptWords records={partnerships.map(({ kept }) => kept)} />
          {total > partnerships.length
            ? ` ${t("portal/home:vendors.ofFirst", { count: partnerships.length, total })}`
            : null}
        </>
      ) : null}
    </RowLine>
  )
}
