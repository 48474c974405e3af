import FirstSteps from "#acts/FirstSteps.lazy"
import { importsPath } from "#paths/imports"
import { organizationPath } from "#paths/organizations"
import { partnershipAgreementPath, partnershipPath } from "#paths/partnership"
import { portfolioPath } from "#paths/portfolio"
import { settingsSectionPath } from "#paths/settings"
import classes from "./Home.module.css"

/** Leads on from a new workspace's first file; gone when nothing of it is left. */
const Leading = ({ slug }: { slug: string }) => (
  <div className={classes.leading}>
    <FirstSteps
      paths={{
        partnership: (id) => partnershipPath(slug, id),
        agreementOf: (id) => partnershipAgreementPath(slug, id),
        organization: (id) => organizationPath(slug, id),
        imports: importsPath(slug),
        portfolio: portfolioPath(slug),
        members: settingsSectionPath(slug, "members"),
      }}
    />
  </div>
)

export default Leading
